import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { classes } from '@/components/classes'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { openTab, usePageValues } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { orderTabs, type OrdersTab } from '@/stores/OrdersStore'
import { useStores } from '@/stores/root'
import { orderListText } from '@/text/orders'
import { OrderCardView } from './OrderCardView'
import styles from './index.module.scss'

/** The tab that an address names; all orders where it names none. */
const tabOf = (text: string | undefined): OrdersTab =>
  orderTabs.find((tab) => tab === text) ?? 'all'

/** The caller's orders, newest first, by what is to be done about them. */
export default observer(function OrdersPage() {
  const { tab: wished } = usePageValues()
  const [tab, setTab] = useState(() => tabOf(wished))
  // Lists that were looked at stay in the page: going back to one shows it and sends nothing anew.
  const [opened, setOpened] = useState<readonly OrdersTab[]>([tab])
  const { orders } = useStores()
  const visible = useVisible()

  useEffect(() => {
    if (visible) void orders.loadList(tab)
  }, [visible, tab, orders])
  usePullToRefresh(() => orders.loadList(tab))
  useEndOfPage(() => void orders.readMore(tab))

  const choose = (chosen: OrdersTab) => {
    setTab(chosen)
    if (!opened.includes(chosen)) setOpened([...opened, chosen])
  }
  return (
    <View className={styles.page}>
      <Tabs names={orderListText.tabs} tabs={orderTabs} chosen={tab} onChoose={choose} />
      {opened.map((one) => (
        <View key={one} id={`list-${one}`} className={classes(one !== tab && styles.away)}>
          <Orders tab={one} />
        </View>
      ))}
    </View>
  )
})

/** The orders of one tab. */
const Orders = observer(function Orders({ tab }: { readonly tab: OrdersTab }) {
  const { orders } = useStores()
  const loaded = orders.list(tab)
  const page = loaded.value
  const load = () => orders.loadList(tab)
  if (!page) return <Missing loaded={loaded} shape="list" onRetry={() => void load()} />
  return (
    <View>
      <Stale loaded={loaded} onRetry={() => void load()} />
      {page.orders.map((card) => (
        <OrderCardView key={card.orderId} card={card} onTimeOver={load} />
      ))}
      {page.orders.length === 0 ? (
        <Nothing tab={tab} />
      ) : (
        <View className={styles.end}>{page.more ? orderListText.loading : orderListText.end}</View>
      )}
    </View>
  )
})

function Nothing({ tab }: { readonly tab: OrdersTab }) {
  const goShopping = {
    text: orderListText.goShopping,
    onTap: () => {
      openTab('home')
    },
  }
  const { title, hint } = orderListText.nothing[tab]
  return <Empty title={title} hint={hint} action={goShopping} />
}
