import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { PayeeRow } from '@domain/commission/contract'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Missing } from '@/components/Missing'
import { Row } from '@/components/Row'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStore } from '@/stores/root'
import { StaffGuidesStore } from '@/stores/StaffGuidesStore'
import { debtText, stageText } from '@/text/commission'
import { money } from '@/text/money'
import { payeesText } from '@/text/staffGuides'
import styles from './index.module.scss'

const tabs = ['guide', 'store'] as const

/** Payees are drawn so many at a time: a chain of stores may have hundreds. */
const PAGE = 20

/** 佣金账目: what every guide and every store is owed, and got. */
export default observer(function PayeesPage() {
  const staff = useStore(StaffGuidesStore)
  const visible = useVisible()
  const [tab, setTab] = useState<PayeeRow['kind']>('guide')
  const { payees } = staff
  const retry = () => void staff.loadPayees()
  useEffect(() => {
    if (visible) void staff.loadPayees()
  }, [visible, staff])
  usePullToRefresh(() => staff.loadPayees())
  if (!payees.value) return <Missing loaded={payees} shape="list" onRetry={retry} />
  return (
    <View className={styles.page}>
      <Stale loaded={payees} onRetry={retry} />
      <Tabs names={payeesText.kinds} tabs={tabs} chosen={tab} onChoose={setTab} />
      <Payees key={tab} payees={payees.value.filter(({ kind }) => kind === tab)} />
    </View>
  )
})

function Payees({ payees }: { readonly payees: readonly PayeeRow[] }) {
  const [shown, setShown] = useState(PAGE)
  useEndOfPage(() => {
    if (shown < payees.length) setShown(shown + PAGE)
  })
  if (payees.length === 0) return <Empty title={payeesText.none} hint={payeesText.noneHint} />
  return (
    <View>
      {payees.slice(0, shown).map((payee) => (
        <Payee key={payee.id} payee={payee} />
      ))}
    </View>
  )
}

function Payee({ payee: { id, name, sums } }: { readonly payee: PayeeRow }) {
  const { pendingFen, frozenFen, payableFen, paidOutFen } = sums
  return (
    <Card id={`payee-${id}`}>
      <View className={styles.name}>{name}</View>
      <Row label={stageText.pending} value={money(pendingFen)} />
      <Row label={stageText.frozen} value={money(frozenFen)} />
      <Row
        label={stageText.payable}
        value={payableFen < 0 ? debtText.title(payableFen) : money(payableFen)}
        tone={payableFen < 0 ? 'amber' : 'leaf'}
      />
      <Row label={stageText['paid-out']} value={money(paidOutFen)} tone="quiet" />
    </Card>
  )
}
