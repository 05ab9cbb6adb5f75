import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { setTitle, usePageValues } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import type { Pile, PilePage } from '@/stores/StaffStore'
import { useStores } from '@/stores/root'
import { afterSaleTabs, emptyPileText, pileTitle, queueNames, staffText } from '@/text/staff'
import { AnsweredOrder } from './AnsweredOrder'
import { PickUpOrder } from './PickUpOrder'
import { RequestsOrder } from './RequestsOrder'
import { ShipOrder } from './ShipOrder'
import styles from './index.module.scss'

const piles: readonly Pile[] = [...queueNames, 'answered']

const pileOf = (text: string | undefined): Pile => piles.find((pile) => pile === text) ?? 'ship'

const ofAfterSales = ['after-sale', 'answered'] as const

/**
 * One queue, the order first that waits longest. After-sales that were answered lie beside those
 * that wait.
 */
export default observer(function QueuePageView() {
  const { queue } = usePageValues()
  const [pile, setPile] = useState(() => pileOf(queue))
  const { staff } = useStores()
  const visible = useVisible()

  useEffect(() => {
    setTitle(pileTitle(pile))
  }, [pile])
  useEffect(() => {
    if (visible) void staff.loadPile(pile)
  }, [visible, pile, staff])
  usePullToRefresh(() => staff.loadPile(pile))
  useEndOfPage(() => void staff.readMore(pile))

  const tab = ofAfterSales.find((one) => one === pile)
  return (
    <View className={styles.page}>
      {tab && <Tabs names={afterSaleTabs} tabs={ofAfterSales} chosen={tab} onChoose={setPile} />}
      <Orders key={pile} pile={pile} />
    </View>
  )
})

/** What lies on a pile, as far as it was read. */
const Orders = observer(function Orders({ pile }: { readonly pile: Pile }) {
  const { staff } = useStores()
  const loaded = staff.pile(pile)
  const load = () => staff.loadPile(pile)
  if (!loaded.value) return <Missing loaded={loaded} shape="list" onRetry={() => void load()} />
  return (
    <View>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <Cards pile={pile} page={loaded.value} />
    </View>
  )
})

const cards = {
  ship: ShipOrder,
  'pick-up': PickUpOrder,
  'after-sale': RequestsOrder,
  answered: AnsweredOrder,
} as const

function Cards({ pile, page }: { readonly pile: Pile; readonly page: PilePage }) {
  if (page.orders.length === 0) return <Empty {...emptyPileText[pile]} />
  const One = cards[pile]
  return (
    <View>
      <View className={styles.orders}>
        {page.orders.map((order) => (
          <View key={order._id} id={`staff-${order._id}`}>
            <One order={order} />
          </View>
        ))}
      </View>
      <View className={styles.end}>{page.more ? staffText.loading : staffText.end}</View>
    </View>
  )
}
