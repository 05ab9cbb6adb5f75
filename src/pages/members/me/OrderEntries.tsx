import { View } from '@tarojs/components'
import type { OrderStatus } from '@domain/orders/order'
import { classes } from '@/components/classes'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import styles from './OrderEntries.module.scss'

const entries: readonly { readonly status: OrderStatus; readonly text: string }[] = [
  { status: 'unpaid', text: membersText.unpaid },
  { status: 'paid', text: membersText.waiting },
  { status: 'refunding', text: membersText.refunds },
]

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
        {entries.map(({ status, text }) => (
          <View
            key={status}
            className={styles.entry}
            id={`orders-${status}`}
            ariaRole="button"
            onClick={() => {
              open('orders', { status })
            }}
          >
            <View className={classes(styles.icon, styles[status])} />
            <View>{text}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
