import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { orderTabs, type OrdersTab } from '@/stores/OrdersStore'
import { orderListText } from '@/text/orders'
import styles from './Tabs.module.scss'

/** Tells whether an address names a tab. */
export function isTab(text: string): text is OrdersTab {
  return orderTabs.some((tab) => tab === text)
}

/** The tabs of the list. */
export interface TabsProps {
  readonly chosen: OrdersTab
  readonly onChoose: (tab: OrdersTab) => void
}

/** A row of tabs that stays at the top; what does not fit is a swipe away. */
export function Tabs({ chosen, onChoose }: TabsProps) {
  return (
    <View className={styles.tabs} ariaRole="tablist">
      <View className={styles.row}>
        {orderTabs.map((tab) => (
          <View
            key={tab}
            id={`tab-${tab}`}
            className={classes(styles.tab, tab === chosen && styles.chosen)}
            ariaRole="tab"
            onClick={() => {
              onChoose(tab)
            }}
          >
            {orderListText.tabs[tab]}
          </View>
        ))}
      </View>
    </View>
  )
}
