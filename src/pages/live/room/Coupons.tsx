import { observer } from 'mobx-react-lite'
import type { TemplateId } from '@domain/ids'
import type { LiveCoupon, LiveView } from '@domain/live/contract'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { now } from '@/platform/clock'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { validityText } from '@/text/coupons'
import { explain } from '@/text/failures'
import { roomText } from '@/text/liveRoom'

/**
 * Coupons that were dropped into the room: each can be claimed while it lasts and the room is live.
 */
export const Coupons = observer(function Coupons({
  view: { session, room, coupons },
}: {
  readonly view: LiveView
}) {
  const { live } = useStores()
  const claim = (templateId: TemplateId) => {
    void live.claim(session._id, templateId).then((refusal) => {
      toast(refusal ? explain(refusal) : roomText.claimedToast)
    })
  }
  return (
    <>
      {coupons.map((coupon) => (
        <Ticket
          key={coupon.template._id}
          coupon={coupon}
          isLive={room.status === 'live'}
          isBusy={live.claiming === coupon.template._id}
          onClaim={claim}
        />
      ))}
    </>
  )
})

interface TicketProps {
  readonly coupon: LiveCoupon
  readonly isLive: boolean
  readonly isBusy: boolean
  readonly onClaim: (templateId: TemplateId) => void
}

function Ticket({ coupon, isLive, isBusy, onClaim }: TicketProps) {
  const { template, left, claimed } = coupon
  const { _id: templateId, perMember, scopeNames, validity } = template
  const isFull = claimed >= perMember
  const isGone = left === 0 && claimed === 0
  const canClaim = isLive && !isFull && left > 0
  const stillWords = isGone ? { reason: roomText.gone } : { note: noteOf(coupon) }
  return (
    <CouponTicket
      id={`coupon-${templateId}`}
      coupon={template}
      scopeNames={scopeNames}
      validity={validityText(validity, now())}
      {...stillWords}
    >
      {canClaim && (
        <Button
          id={`claim-${templateId}`}
          busy={isBusy}
          onTap={() => {
            onClaim(templateId)
          }}
        >
          {claimed > 0 ? roomText.claimAgain : roomText.claim}
        </Button>
      )}
    </CouponTicket>
  )
}

function noteOf({ claimed, left, template }: LiveCoupon): string {
  if (claimed >= template.perMember || left === 0) return roomText.claimed
  return roomText.couponLeft(left)
}
