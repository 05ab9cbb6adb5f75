import { View } from '@tarojs/components'
import type { MemberCenter } from '@domain/members/contract'
import { Card } from '@/components/Card'
import { IconEntries } from '@/components/IconEntries'
import { open } from '@/platform/go'
import type { OrdersTab } from '@/stores/OrdersStore'
import { membersText } from '@/text/members'
import styles from './OrderEntries.module.scss'

type Tab = Exclude<OrdersTab, 'all' | 'done'>

const tabs: readonly Tab[] = ['unpaid', 'waiting', 'paid', 'shipped', 'after-sale']

const countText = (count = 0): string | undefined =>
  count > 0 ? membersText.count(count) : undefined

/** How many orders wait for what, as far as that is known. */
interface OrderEntriesProps {
  readonly counts: MemberCenter['orders']
}

/** The ways to one's orders, by what is to be done about them, and how many there are. */
export function OrderEntries({ counts }: OrderEntriesProps) {
  return (
    <Card>
      <View
        className={styles.head}
        id="orders-all"
        ariaRole="button"
        onClick={() => {
          open('orders', {})
        }}
      >
        <View className={styles.title}>{membersText.ordersTitle}</View>
        <View className={styles.all}>{membersText.allOrders}</View>
        <View className={styles.chevron} />
      </View>
      <IconEntries
        entries={tabs.map((tab) => ({
          id: `orders-${tab}`,
          name: membersText.entries[tab],
          icon: styles[tab],
          badge: countText(counts[tab]),
          onTap: () => {
            open('orders', { tab })
          },
        }))}
      />
    </Card>
  )
}
