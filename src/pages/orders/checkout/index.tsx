import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { fail, hasFailed } from '@domain/failure'
import { MOST_PIECES } from '@domain/orders/order'
import { unitFen } from '@domain/orders/receipt'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { Skeleton } from '@/components/Skeleton'
import { Stepper } from '@/components/Stepper'
import { Trouble } from '@/components/Trouble'
import { openTab, replace, usePageValues } from '@/platform/go'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/orders'
import { LineHead } from '../receipt/LineHead'
import { ReceiptStory } from '../receipt/ReceiptStory'
import { basketLine } from './basketLine'
import { Note } from './Note'
import { Person } from './Person'
import { PriceMoved } from './PriceMoved'
import { StoreChoice } from './StoreChoice'
import { SubmitBar } from './SubmitBar'
import styles from './index.module.scss'

/** Checkout: where to pick up, who comes, how the price came about, and then the cashier. */
export default observer(function CheckoutPage() {
  const values = usePageValues()
  const { checkout, groupbuy, orders } = useStores()
  const [line] = useState(() => basketLine(values))
  const [paying, setPaying] = useState(false)
  // Until this purchase has begun the store still holds the one before.
  const [begun, setBegun] = useState(false)
  const dealId = line?.dealId

  useEffect(() => {
    if (line) void checkout.begin(line)
    setBegun(true)
    if (line?.dealId) void groupbuy.loadDeal(line.dealId)
  }, [line, checkout, groupbuy])

  const { quote } = checkout
  if (!line) return <Trouble failure={fail('product_unknown')} onRetry={toShelf} />
  if (!begun || !quote.value) {
    return begun && quote.state === 'failed' ? (
      <Trouble failure={quote.failure} onRetry={() => void checkout.reprice()} />
    ) : (
      <Skeleton kind="checkout" />
    )
  }
  const { receipt, stores } = quote.value
  const takeable = dealId && groupbuy.deal(dealId).value ? groupbuy.takeable(dealId) : MOST_PIECES
  const most = Math.max(1, Math.min(checkout.most, takeable))

  const submit = async () => {
    if (checkout.missing) {
      toast(checkoutText.needs[checkout.missing])
      return
    }
    setPaying(true)
    const placed = await checkout.place()
    if (placed !== undefined && !hasFailed(placed)) {
      await orders.pay(placed)
      replace('order', { orderId: placed })
    }
    setPaying(false)
  }
  return (
    <View className={styles.page}>
      <StoreChoice stores={stores} />
      <Person />
      <Card>
        {receipt.lines.map((priced) => (
          <LineHead
            key={priced.sku.id}
            line={priced}
            aside={<Price fen={unitFen(priced)} plain />}
          />
        ))}
        <View className={styles.count}>
          <View className={styles.countLabel}>{checkoutText.count}</View>
          {checkout.quantity >= most && (
            <View className={styles.limit}>
              {checkoutText.limit(most, receipt.lines[0]?.product.unit ?? '')}
            </View>
          )}
          <Stepper
            value={checkout.quantity}
            most={most}
            onChange={(quantity) => void checkout.setQuantity(quantity)}
          />
        </View>
        <Note />
      </Card>
      <Card title={checkoutText.receipt}>
        <ReceiptStory receipt={receipt} total={checkoutText.payable} open />
        {dealId && <View className={styles.truth}>{checkoutText.dealTruth}</View>}
      </Card>
      <SubmitBar busy={paying} onSubmit={() => void submit()} />
      <PriceMoved onOrder={() => void submit()} />
    </View>
  )
})

/** An address without a product leads nowhere but home. */
function toShelf(): void {
  openTab('home')
}
