import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { Balance } from './Balance'
import { Entries } from './Entries'
import { Rules } from './Rules'
import styles from './index.module.scss'

/** The points of the caller: what they have, how it is used, and every entry with its why. */
export default observer(function AccountPage() {
  const { points } = useStores()
  const visible = useVisible()
  const loaded = points.account
  useEffect(() => {
    if (visible) void points.load()
  }, [visible, points])
  usePullToRefresh(() => points.load())
  useEndOfPage(() => void points.readMore())
  const retry = () => void points.load()
  if (!loaded.value) return <Missing loaded={loaded} shape="points" onRetry={retry} />
  const { account, rule, entries, more } = loaded.value
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Balance account={account} />
      <View>{rule && <Rules rule={rule} />}</View>
      <Entries entries={entries} more={more} />
    </View>
  )
})
