import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import { lotteryStateOf } from '@domain/lottery/outlook'
import { Missing } from '@/components/Missing'
import { RuleList } from '@/components/RuleList'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { LotteryStore } from '@/stores/LotteryStore'
import { useStore } from '@/stores/root'
import { useVisit } from '@/stores/tracking'
import { lotteryRules, lotteryText } from '@/text/lottery'
import { Bar } from './Bar'
import { Entries } from './Entries'
import { Head } from './Head'
import { Proof } from './Proof'
import { Verifying } from './Verifying'
import { Winners } from './Winners'
import styles from './index.module.scss'

/** How often to look whether it is drawn. */
const PACE = { fromSeconds: 5, toSeconds: 20 }

/**
 * A lottery: what can be won, its rules in full, and everything by which its draw can be checked.
 */
export default observer(function LotteryPage() {
  const { lotteryId = '' } = usePageValues()
  const { lotteries } = useStore(LotteryStore)
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = lotteries.of(lotteryId)
  const lottery = loaded.value
  const load = () => lotteries.load(lotteryId)

  useEffect(() => {
    if (visible) void lotteries.load(lotteryId)
  }, [visible, lotteryId, lotteries])
  const isAwaited = lottery !== undefined && lottery.status !== 'drawn'
  usePoll(isAwaited ? () => lotteries.refresh(lotteryId) : undefined, PACE)
  usePullToRefresh(load)
  useVisit({ page: 'lottery', subject: lotteryId, liveId: lottery?.liveId })

  if (!lottery) return <Missing loaded={loaded} shape="order" onRetry={() => void load()} />
  const state = lotteryStateOf(lottery, now())
  const isDrawn = lottery.status === 'drawn'
  const onTimeOver = () => {
    lookAtTheClock()
    void lotteries.refresh(lotteryId)
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <Head lottery={lottery} state={state} onTimeOver={onTimeOver} />
      <View>{isDrawn && <Winners {...lottery} />}</View>
      <View>{isDrawn && <Verifying lotteryId={lottery._id} />}</View>
      <Proof {...lottery} />
      <View>
        {lottery.entries !== null && <Entries lotteryId={lottery._id} count={lottery.entries} />}
      </View>
      <RuleList title={lotteryText.rules} rules={lotteryRules(lottery, now())} />
      <Bar lottery={lottery} state={state} />
    </View>
  )
})
