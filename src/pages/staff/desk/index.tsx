import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
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

  if (!desk.value) return <Missing loaded={desk} shape="list" onRetry={() => void load()} />
  return (
    <View className={styles.page}>
      <Stale loaded={desk} onRetry={() => void load()} />
      <CodeEntry />
      <QueueEntries counts={desk.value} />
      <MoreEntries />
    </View>
  )
})
