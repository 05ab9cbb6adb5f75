import { View } from '@tarojs/components'
import type { DealId } from '@domain/ids'
import type { TeamView } from '@domain/teams/contract'
import { sits, type TeamPhase } from '@domain/teams/outlook'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { open } from '@/platform/go'
import type { Sharing } from '@/platform/sharing'
import { teamsText } from '@/text/teams'
import styles from './JoinBar.module.scss'

/** What can be done now depends on where the team stands and on what the caller has in it. */
export interface JoinBarProps {
  readonly view: TeamView
  readonly phase: TeamPhase
  /** Whether a seat can be asked for. */
  readonly isJoinable: boolean
  readonly isAsking: boolean
  readonly sharing: Sharing
  readonly onJoin: () => void
}

/** Sharing as long as a friend may come, and the one thing to do. */
export function JoinBar(props: JoinBarProps) {
  const { view, phase, sharing } = props
  return (
    <BottomBar>
      {(phase === 'open' || phase === 'full') && (
        <View className={styles.share}>
          <Button kind="plain" id="share" {...sharing}>
            {teamsText.share}
          </Button>
        </View>
      )}
      {(phase === 'formed' || phase === 'failed') && view.own && (
        <View className={styles.share}>
          <ToOffer dealId={view.deal._id} kind="plain" />
        </View>
      )}
      <View className={styles.main}>
        <MainButton {...props} />
      </View>
    </BottomBar>
  )
}

interface ToOfferProps {
  readonly dealId: DealId
  readonly kind: 'primary' | 'plain'
}

function ToOffer({ dealId, kind }: ToOfferProps) {
  return (
    <Button
      id="to-offer"
      kind={kind}
      onTap={() => {
        open('offer', { dealId })
      }}
    >
      {kind === 'plain' ? teamsText.openAgain : teamsText.openOwn}
    </Button>
  )
}

function MainButton({ view, isJoinable, isAsking, onJoin }: JoinBarProps) {
  const { deal, own } = view
  if (own && (sits(own) || !isJoinable)) {
    const { orderId } = own
    const isUnpaid = own.status === 'unpaid'
    const onTap = () => {
      open('order', { orderId })
    }
    return (
      <Button id={isUnpaid ? 'pay-own' : 'to-order'} onTap={onTap}>
        {isUnpaid ? teamsText.payOwn : teamsText.seeOrder}
      </Button>
    )
  }
  if (isJoinable) {
    return (
      <Button id="join" busy={isAsking} onTap={onJoin}>
        {teamsText.join(deal.priceFen)}
      </Button>
    )
  }
  return <ToOffer dealId={deal._id} kind="primary" />
}
