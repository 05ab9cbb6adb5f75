import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { fail, hasFailed } from '@domain/failure'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Empty } from '@/components/Empty'
import { ReceiptStory } from '@/components/ReceiptStory'
import { Skeleton } from '@/components/Skeleton'
import { Trouble } from '@/components/Trouble'
import { openTab, replace, usePageValues } from '@/platform/go'
import { toast } from '@/platform/notice'
import { orderMoment, useMoment } from '@/stores/moments'
import { useStores } from '@/stores/root'
import { checkoutText, dealTruthText } from '@/text/checkout'
import { AddressChoice } from './AddressChoice'
import { useDealFacts } from './dealFacts'
import { DeliveryChoice } from './DeliveryChoice'
import { Goods } from './Goods'
import { Person } from './Person'
import { PriceMoved } from './PriceMoved'
import { lineOf, liveOf } from './purchase'
import { SavingsCard } from './SavingsCard'
import { StoreChoice } from './StoreChoice'
import { SubmitBar } from './SubmitBar'
import { usePurchase } from './usePurchase'
import styles from './index.module.scss'

/** Checkout: how to get the goods, how the price came about, and then the cashier. */
export default observer(function CheckoutPage() {
  const values = usePageValues()
  const { checkout, cart, orders } = useStores()
  const [line] = useState(() => lineOf(values))
  const [paying, setPaying] = useState(false)
  const askAtThisMoment = useMoment()
  const fromCart = values.from === 'cart'
  const purchase = usePurchase(line, fromCart, liveOf(values))
  const { quote, receipt, delivery, stores } = checkout
  const offer = receipt?.lines[0]?.deal
  const { takeable, payMinutes } = useDealFacts(line, offer?.kind, values.liveId)
  if (!line && !fromCart) return <Trouble failure={fail('product_unknown')} onRetry={toHome} />
  if (purchase.state === 'empty') {
    return <Empty title={checkoutText.nothingChosen} action={backToCart} />
  }
  if (purchase.state !== 'begun' || !receipt) {
    const failure = purchase.state === 'failed' ? purchase.failure : undefined
    const refused = quote.state === 'failed' && purchase.state === 'begun' ? quote.failure : failure
    return refused ? (
      <Trouble failure={refused} onRetry={purchase.again} />
    ) : (
      <Skeleton kind="checkout" />
    )
  }

  const submit = async () => {
    if (checkout.missing) {
      toast(checkoutText.needs[checkout.missing])
      return
    }
    setPaying(true)
    // WeChat asks in the tap or never, and one thing after the other: before the cashier opens.
    const asking = askAtThisMoment(orderMoment(delivery.kind, offer?.kind))
    const placed = await checkout.place()
    await asking
    if (placed !== undefined && !hasFailed(placed)) {
      const { orderId, payableFen } = placed
      if (fromCart) void cart.remove(purchase.lines)
      if (payableFen > 0) await orders.pay(orderId)
      replace('order', { orderId })
    }
    setPaying(false)
  }
  const isPickUp = delivery.kind === 'pick-up'
  return (
    <View className={styles.page}>
      <DeliveryChoice />
      {/* Both lie ready: choosing between them sends the view no more than a class. */}
      <View className={classes(!isPickUp && styles.away)}>
        <StoreChoice stores={stores} />
        <Person />
      </View>
      <View className={classes(isPickUp && styles.away)}>
        <AddressChoice />
      </View>
      <Goods receipt={receipt} takeable={takeable} />
      {/* A prize costs nothing: there is nothing to bring down. */}
      {offer?.kind !== 'prize' && <SavingsCard />}
      <Card title={checkoutText.receipt}>
        <ReceiptStory receipt={receipt} total={checkoutText.payable} open />
        {offer && (
          <View className={styles.truth} id="truth">
            {dealTruthText(offer, payMinutes)}
          </View>
        )}
      </Card>
      <SubmitBar busy={paying} onSubmit={() => void submit()} />
      <PriceMoved onOrder={() => void submit()} />
    </View>
  )
})

/** An address without a product leads nowhere but home. */
function toHome(): void {
  openTab('home')
}

const backToCart = {
  text: checkoutText.toCart,
  id: 'cart',
  onTap: () => {
    openTab('cart')
  },
}
