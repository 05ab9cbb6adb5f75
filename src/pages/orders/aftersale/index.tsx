import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { OrderView } from '@domain/orders/contract'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { back, usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { afterSaleText } from '@/text/aftersale'
import { closedText } from './closed'
import { RequestFacts } from './RequestFacts'
import { RequestForm } from './RequestForm'
import styles from './index.module.scss'

/** Asking money back for pieces of an order, or one request with what became of it. */
export default observer(function AfterSalePage() {
  const { orderId = '', no } = usePageValues()
  const { orders, afterSale } = useStores()
  const visible = useVisible()
  const loaded = orders.seen.of(orderId)
  const load = () => orders.seen.load(orderId)

  useEffect(() => {
    afterSale.begin(orderId)
  }, [afterSale, orderId])
  useEffect(() => {
    if (visible) void orders.seen.load(orderId)
  }, [visible, orderId, orders])
  usePullToRefresh(load)

  if (!loaded.value) return <Missing loaded={loaded} shape="order" onRetry={() => void load()} />
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <Content order={loaded.value.order} no={Number(no)} />
    </View>
  )
})

function Content({ order, no }: { readonly order: OrderView; readonly no: number }) {
  const asked = order.afterSales.find((one) => one.no === no)
  if (asked) return <RequestFacts order={order} asked={asked} />
  const closed = closedText(order, now())
  if (closed !== undefined) {
    return <Empty title={closed} action={{ text: afterSaleText.toOrder, onTap: back }} />
  }
  return <RequestForm order={order} />
}
