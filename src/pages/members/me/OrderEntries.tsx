import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import type { OrdersTab } from '@/stores/OrdersStore'
import { membersText } from '@/text/members'
import styles from './OrderEntries.module.scss'

type Entry = Exclude<OrdersTab, 'all' | 'done'>

const entries: readonly Entry[] = ['unpaid', 'waiting', 'paid', 'shipped', 'after-sale']

/** The ways to one's orders, by what is to be done about them. */
export function OrderEntries() {
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
            <View className={classes(styles.icon, styles[tab])} />
            <View className={styles.text}>{membersText.entries[tab]}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
