import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { add } from '@domain/money'
import { Card } from '@/components/Card'
import { Explanation } from '@/components/Explanation'
import { Row } from '@/components/Row'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { CommissionStore, type Credit } from '@/stores/CommissionStore'
import { useStore } from '@/stores/root'
import { creditText } from '@/text/commission'
import { explainCredit } from '@/text/explanation'
import { money } from '@/text/money'
import { statusText } from '@/text/orderStatus'
import { when } from '@/text/when'
import { GuideMissing } from '@/components/GuideMissing'
import { Entries } from './Entries'
import styles from './index.module.scss'

/** What one order brought its guide, entry by entry, and why it is theirs. */
export default observer(function CreditPage() {
  const { orderId = '' } = usePageValues()
  const { credits } = useStore(CommissionStore)
  const visible = useVisible()
  const loaded = credits.of(orderId)
  const retry = () => void credits.load(orderId)

  useEffect(() => {
    if (visible) void credits.load(orderId)
  }, [visible, orderId, credits])
  usePullToRefresh(() => credits.load(orderId))

  if (!loaded.value) return <GuideMissing loaded={loaded} shape="order" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Sum credit={loaded.value} />
      <Entries entries={loaded.value.entries} />
      <Explanation explanation={explainCredit(loaded.value, now())} />
    </View>
  )
})

/** All of it together, and the order that it is for. */
function Sum({ credit }: { readonly credit: Credit }) {
  const { entries, status, placedAt } = credit
  const sum = add(...entries.map(({ amountFen }) => amountFen))
  return (
    <Card>
      <View className={styles.label}>{creditText.sum}</View>
      <View className={styles.sum} id="sum">
        {money(sum)}
      </View>
      <Row
        label={creditText.status}
        value={status === 'paid' ? creditText.paid : statusText(status, 'courier')}
      />
      <Row label={creditText.placed} value={when(placedAt, now())} />
    </Card>
  )
}
