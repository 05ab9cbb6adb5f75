import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { open, usePageValues } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { CommissionStore, type Income, type IncomeTab } from '@/stores/CommissionStore'
import { useStore } from '@/stores/root'
import { incomeTabs, incomeText } from '@/text/commission'
import { GuideMissing } from '@/components/GuideMissing'
import { IncomeLine } from './IncomeLine'
import styles from './index.module.scss'

const tabOf = (text: string | undefined): IncomeTab =>
  incomeTabs.find((tab) => tab === text) ?? 'all'

/** 收入明细: what each order brought, and what went out, by where it stands. */
export default observer(function IncomePage() {
  const { stage } = usePageValues()
  const [tab, setTab] = useState(() => tabOf(stage))
  const { income } = useStore(CommissionStore)
  const visible = useVisible()

  useEffect(() => {
    if (visible) void income.load(tab)
  }, [visible, tab, income])
  usePullToRefresh(() => income.load(tab))
  useEndOfPage(() => void income.readMore(tab))

  return (
    <View className={styles.page}>
      <Tabs names={incomeText.tabs} tabs={incomeTabs} chosen={tab} onChoose={setTab} />
      <Listed key={tab} tab={tab} />
    </View>
  )
})

/** What stands under one tab, as far as it was read. */
const Listed = observer(function Listed({ tab }: { readonly tab: IncomeTab }) {
  const { income } = useStore(CommissionStore)
  const loaded = income.of(tab)
  const retry = () => void income.load(tab)
  if (!loaded.value) return <GuideMissing loaded={loaded} shape="points" onRetry={retry} />
  return (
    <View>
      <Stale loaded={loaded} onRetry={retry} />
      <Rows tab={tab} income={loaded.value} />
    </View>
  )
})

function Rows({ tab, income }: { readonly tab: IncomeTab; readonly income: Income }) {
  const { rows, hasMore } = income
  if (rows.length === 0) {
    const title = tab === 'all' ? incomeText.none : incomeText.noneOfStage(tab)
    return <Empty title={title} hint={incomeText.noneHint} action={toMaterial} />
  }
  return (
    <View>
      <Card id="income">
        {rows.map((row) => (
          <IncomeLine key={row.row} row={row} />
        ))}
      </Card>
      <View className={styles.end}>{hasMore ? incomeText.loading : incomeText.end}</View>
    </View>
  )
}

const toMaterial = {
  text: incomeText.toMaterial,
  onTap: () => {
    open('material', {})
  },
}
