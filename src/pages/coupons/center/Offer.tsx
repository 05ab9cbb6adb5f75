import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { CouponOffer, ScopeNames } from '@domain/coupons/contract'
import { offerState } from '@domain/coupons/outlook'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { now } from '@/platform/clock'
import { useStores } from '@/stores/root'
import { couponsText, offerText, validityText } from '@/text/coupons'
import { namesOf } from '../goods'

/** Something to claim. */
export interface OfferProps {
  readonly offer: CouponOffer
  readonly names: ScopeNames
  readonly onClaim: () => void
  readonly onUse: () => void
}

/** A template as a ticket: how it stands, and what can be done about it. */
export const Offer = observer(function Offer({ offer, names, onClaim, onUse }: OfferProps) {
  const { coupons } = useStores()
  const { template, claimed } = offer
  const { _id: id, rule, validity } = template
  const state = offerState(offer, now())
  const words = offerText(offer, state, now())
  const isStill = state !== 'claimable' && state !== 'claimed'
  return (
    <CouponTicket
      id={`offer-${id}`}
      coupon={template}
      scopeNames={namesOf(rule.scope, names)}
      validity={validityText(validity, now())}
      {...(isStill ? { reason: words } : { note: words })}
    >
      {/* Each has a place of its own, or claiming would send the whole ticket again. */}
      <View>
        {state === 'claimable' && (
          <Button id={`claim-${id}`} busy={coupons.claiming === id} onTap={onClaim}>
            {claimed > 0 ? couponsText.claimAgain : couponsText.claim}
          </Button>
        )}
        {state === 'claimed' && (
          <Button kind="plain" id={`use-${id}`} onTap={onUse}>
            {couponsText.use}
          </Button>
        )}
      </View>
    </CouponTicket>
  )
})
