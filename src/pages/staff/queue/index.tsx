import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { Queue } from '@domain/fulfilment/contract'
import { Empty } from '@/components/Empty'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { setTitle, usePageValues } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import type { QueuePage } from '@/stores/StaffStore'
import { useStores } from '@/stores/root'
import { emptyQueueText, queueNames, queueText, staffText } from '@/text/staff'
import { PickUpOrder } from './PickUpOrder'
import { RequestsOrder } from './RequestsOrder'
import { ShipOrder } from './ShipOrder'
import styles from './index.module.scss'

const queueOf = (text: string | undefined): Queue =>
  queueNames.find((queue) => queue === text) ?? 'ship'

/** One queue, the order first that waits longest. */
export default observer(function QueuePageView() {
  const queue = queueOf(usePageValues().queue)
  const { staff } = useStores()
  const visible = useVisible()
  const loaded = staff.queue(queue)
  const load = () => staff.loadQueue(queue)

  useEffect(() => {
    setTitle(queueText[queue].title)
  }, [queue])
  useEffect(() => {
    if (visible) void staff.loadQueue(queue)
  }, [visible, queue, staff])
  usePullToRefresh(load)
  useEndOfPage(() => void staff.readMore(queue))

  if (!loaded.value) {
    return loaded.state === 'failed' ? (
      <Trouble failure={loaded.failure} onRetry={() => void load()} />
    ) : (
      <Skeleton kind="list" />
    )
  }
  return (
    <View className={styles.page}>
      <View>
        {loaded.state === 'failed' && (
          <Stale failure={loaded.failure} onRetry={() => void load()} />
        )}
      </View>
      <Orders queue={queue} page={loaded.value} />
    </View>
  )
})

const cards = { ship: ShipOrder, 'pick-up': PickUpOrder, 'after-sale': RequestsOrder } as const

function Orders({ queue, page }: { readonly queue: Queue; readonly page: QueuePage }) {
  if (page.orders.length === 0) return <Empty {...emptyQueueText[queue]} />
  const One = cards[queue]
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
