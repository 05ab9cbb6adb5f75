import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { CodeEntry } from '../CodeEntry'
import { MoreEntries } from './MoreEntries'
import { QueueEntries } from './QueueEntries'
import styles from './index.module.scss'

/** New orders come at any time; a desk that lies open looks after them. */
const PACE = { fromSeconds: 20, toSeconds: 60 }

/** The staff's desk: what waits in each queue, and the way to use a verification code. */
export default observer(function DeskPage() {
  const { staff } = useStores()
  const visible = useVisible()
  const { desk } = staff
  const load = () => staff.loadDesk()

  useEffect(() => {
    if (visible) void staff.loadDesk()
  }, [visible, staff])
  usePoll(desk.value ? () => staff.refreshDesk() : undefined, PACE)
  usePullToRefresh(load)

  if (!desk.value) {
    return desk.state === 'failed' ? (
      <Trouble failure={desk.failure} onRetry={() => void load()} />
    ) : (
      <Skeleton kind="list" />
    )
  }
  return (
    <View className={styles.page}>
      <View>
        {desk.state === 'failed' && <Stale failure={desk.failure} onRetry={() => void load()} />}
      </View>
      <CodeEntry />
      <QueueEntries counts={desk.value} />
      <MoreEntries />
    </View>
  )
})
