import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { replace } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useStores } from '@/stores/root'
import { walletText } from '@/text/messages'
import { Line } from './Line'
import styles from './index.module.scss'

/** 消息钱包: which messages may still come, and allowing more, one by one. */
export default observer(function WalletPage() {
  const { messages } = useStores()
  const loaded = messages.wallet
  useEffect(() => {
    void messages.load()
  }, [messages])
  usePullToRefresh(() => messages.load())
  const retry = () => void messages.load()
  if (!loaded.value) return <Missing loaded={loaded} shape="wallet" onRetry={retry} />
  const { lines } = loaded.value
  if (lines.length === 0) {
    return <Empty title={walletText.none} hint={walletText.noneHint} action={toOrders} />
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <View className={styles.why}>{walletText.why}</View>
      <Card>
        {lines.map((line) => (
          <Line key={line.kind} line={line} />
        ))}
      </Card>
    </View>
  )
})

const toOrders = {
  text: walletText.toOrders,
  onTap: () => {
    replace('orders', {})
  },
}
