import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { openTab } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { signsText } from '@/text/points'
import { Calendar } from './Calendar'
import { SignInCard } from './SignInCard'
import { monthOf } from './calendar'
import styles from './index.module.scss'

/** 签到: today's button, what the next days bring, and the calendar of a month. */
export default observer(function SignsPage() {
  const { points } = useStores()
  const visible = useVisible()
  // The phone learns the shop’s clock with its first answer: until then this month may be another.
  const thisMonth = monthOf(now())
  const [turnedTo, turnTo] = useState<string>()
  const month = turnedTo ?? thisMonth
  const current = points.signs.of(thisMonth)
  const shown = points.signs.of(month)
  useEffect(() => {
    if (visible) void points.signs.load(month)
  }, [visible, month, points])
  usePullToRefresh(() => points.signs.load(month))
  const retry = () => void points.signs.load(month)
  if (!current.value) return <Missing loaded={current} shape="signs" onRetry={retry} />
  if (current.value.next.length === 0) {
    return <Empty title={signsText.none} hint={signsText.noneHint} action={goShopping} />
  }
  return (
    <View className={styles.page}>
      <Stale loaded={shown} onRetry={retry} />
      <SignInCard signs={current.value} month={thisMonth} />
      <Calendar
        month={month}
        isLast={month === thisMonth}
        signed={shown.value?.days ?? []}
        onTurn={turnTo}
      />
    </View>
  )
})

const goShopping = {
  text: signsText.look,
  onTap: () => {
    openTab('home')
  },
}
