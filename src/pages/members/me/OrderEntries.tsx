import { View } from '@tarojs/components'
import type { MemberCenter } from '@domain/members/contract'
import { classes } from '@/components/classes'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import type { OrdersTab } from '@/stores/OrdersStore'
import { membersText } from '@/text/members'
import styles from './OrderEntries.module.scss'

type Entry = Exclude<OrdersTab, 'all' | 'done'>

const entries: readonly Entry[] = ['unpaid', 'waiting', 'paid', 'shipped', 'after-sale']

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
      <View className={styles.entries}>
        {entries.map((tab) => (
          <View
            key={tab}
            className={styles.entry}
            id={`orders-${tab}`}
            ariaRole="button"
            onClick={() => {
              open('orders', { tab })
            }}
          >
            <View className={classes(styles.icon, styles[tab])}>
              {(counts[tab] ?? 0) > 0 && (
                <View className={styles.count}>{membersText.count(counts[tab] ?? 0)}</View>
              )}
            </View>
            <View className={styles.text}>{membersText.entries[tab]}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
