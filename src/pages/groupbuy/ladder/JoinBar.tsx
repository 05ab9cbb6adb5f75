import { View } from '@tarojs/components'
import type { OwnJoin } from '@domain/groupbuy/contract'
import { ladderPrice } from '@domain/groupbuy/ladder'
import { isKept } from '@domain/orders/order'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import type { Sharing } from '@/platform/sharing'
import { money } from '@/text/money'
import { groupbuyText } from '@/text/groupbuy'
import type { LadderView } from '@domain/groupbuy/contract'
import { peopleOf, type Phase } from '@domain/groupbuy/outlook'
import styles from './JoinBar.module.scss'

/** What can be done now depends on where the ladder stands and on what the caller has in it. */
export interface JoinBarProps {
  readonly view: LadderView
  readonly phase: Phase
  /** Pieces that the caller may still take. */
  readonly takeable: number
  readonly ownUnpaid: OwnJoin | undefined
  readonly sharing: Sharing
}

/** Sharing, and the one thing to do. */
export function JoinBar(props: JoinBarProps) {
  return (
    <BottomBar>
      <View className={styles.share}>
        <Button kind="plain" id="share" {...props.sharing}>
          {groupbuyText.share}
        </Button>
      </View>
      <View className={styles.main}>
        <MainButton {...props} />
      </View>
    </BottomBar>
  )
}

function MainButton({ view, phase, takeable, ownUnpaid }: JoinBarProps) {
  const { deal, product } = view
  if (phase === 'settled') {
    const onTap = () => {
      open('statement', { dealId: deal._id })
    }
    return (
      <Button id="statement" onTap={onTap}>
        {groupbuyText.seeStatement}
      </Button>
    )
  }
  if (phase === 'unstarted') return <Still>{groupbuyText.starts(deal.startsAt, now())}</Still>
  if (phase === 'closing') return <Still>{groupbuyText.counting}</Still>
  if (phase === 'settling') return <Still>{groupbuyText.refunding}</Still>
  if (ownUnpaid) {
    const { orderId } = ownUnpaid
    const onTap = () => {
      open('order', { orderId })
    }
    return (
      <Button id="pay-own" onTap={onTap}>
        {groupbuyText.payOwn}
      </Button>
    )
  }
  if (phase === 'soldOut') return <Still>{groupbuyText.soldOut}</Still>
  if (takeable === 0) return <Still>{groupbuyText.limit(deal.perMember, product.unit)}</Still>
  const join = () => {
    const { _id: dealId, productId, skuId } = deal
    open('checkout', { productId, skuId, quantity: 1, dealId })
  }
  const verb = view.own.some(({ status }) => isKept(status))
    ? groupbuyText.joinMore
    : groupbuyText.join
  return (
    <Button id="join" onTap={join}>
      {`${verb} ${money(ladderPrice(deal.ladder, peopleOf(view)))}`}
    </Button>
  )
}

function Still({ children }: { readonly children: string }) {
  return (
    <Button id="still" disabled>
      {children}
    </Button>
  )
}
