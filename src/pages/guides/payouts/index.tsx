import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Card } from '@/components/Card'
import { Stale } from '@/components/Stale'
import { usePoll } from '@/platform/poll'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { PayoutsStore } from '@/stores/PayoutsStore'
import { useStore } from '@/stores/root'
import { payoutsText } from '@/text/payouts'
import { GuideMissing } from '@/components/GuideMissing'
import { Asking } from './Asking'
import { Payout } from './Payout'
import styles from './index.module.scss'

/** WeChat is slow to tell: while a payout is under way it is asked about. */
const PACE = { fromSeconds: 5, toSeconds: 60 }

/** 提现: what can be paid out, asking for it, and what became of every transfer. */
export default observer(function PayoutsPage() {
  const payouts = useStore(PayoutsStore)
  const visible = useVisible()
  const loaded = payouts.payouts
  const underway = loaded.value?.rows.find(({ endedAt }) => endedAt === null)
  const retry = () => void payouts.load()
  useEffect(() => {
    if (visible) void payouts.load()
  }, [visible, payouts])
  usePoll(underway ? () => payouts.check(underway.id) : undefined, PACE)
  usePullToRefresh(() => payouts.load())
  useEndOfPage(() => void payouts.readMore())
  if (!loaded.value) return <GuideMissing loaded={loaded} shape="points" onRetry={retry} />
  const { payableFen, rows, hasMore } = loaded.value
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Asking payableFen={payableFen} isUnderway={underway !== undefined} />
      <View id="history">
        {rows.map((payout) => (
          <Payout key={payout.id} payout={payout} />
        ))}
      </View>
      {rows.length === 0 ? (
        <Card title={payoutsText.history}>{payoutsText.none}</Card>
      ) : (
        <View className={styles.end}>{hasMore ? payoutsText.loading : payoutsText.end}</View>
      )}
    </View>
  )
})
