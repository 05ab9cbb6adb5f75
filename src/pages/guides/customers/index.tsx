import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { CustomerRow } from '@domain/guides/contract'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Stale } from '@/components/Stale'
import { Tabs } from '@/components/Tabs'
import { open } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { GuidesStore, type CustomersTab } from '@/stores/GuidesStore'
import type { List } from '@/stores/Lists'
import { useStore } from '@/stores/root'
import { customersText, deskText } from '@/text/guides'
import { GuideMissing } from '@/components/GuideMissing'
import { Customer } from './Customer'
import styles from './index.module.scss'

const tabs: readonly CustomersTab[] = ['all', 'unbought']

/** 我的客户: who came by the guide's links, and who looked but has not bought. */
export default observer(function CustomersPage() {
  const [tab, setTab] = useState<CustomersTab>('all')
  const { customers } = useStore(GuidesStore)
  const visible = useVisible()

  useEffect(() => {
    if (visible) void customers.load(tab)
  }, [visible, tab, customers])
  usePullToRefresh(() => customers.load(tab))
  useEndOfPage(() => void customers.readMore(tab))

  return (
    <View className={styles.page}>
      <Tabs names={customersText.tabs} tabs={tabs} chosen={tab} onChoose={setTab} />
      <Listed key={tab} tab={tab} />
    </View>
  )
})

/** The customers under one tab, as far as they were read. */
const Listed = observer(function Listed({ tab }: { readonly tab: CustomersTab }) {
  const { customers } = useStore(GuidesStore)
  const loaded = customers.of(tab)
  const retry = () => void customers.load(tab)
  if (!loaded.value) return <GuideMissing loaded={loaded} shape="points" onRetry={retry} />
  return (
    <View>
      <Stale loaded={loaded} onRetry={retry} />
      <Rows tab={tab} list={loaded.value} />
    </View>
  )
})

function Rows({ tab, list }: { readonly tab: CustomersTab; readonly list: List<CustomerRow> }) {
  if (list.rows.length === 0) {
    return <Empty {...customersText.none[tab]} action={toMaterial} />
  }
  return (
    <View>
      <Card id="customers">
        {list.rows.map((row) => (
          <Customer key={row.key} row={row} />
        ))}
      </Card>
      <View className={styles.privacy}>{customersText.privacy}</View>
      <View className={styles.end}>{list.hasMore ? customersText.loading : customersText.end}</View>
    </View>
  )
}

const toMaterial = {
  text: deskText.toMaterial,
  onTap: () => {
    open('material', {})
  },
}
