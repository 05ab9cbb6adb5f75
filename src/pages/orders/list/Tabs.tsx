import { View } from '@tarojs/components'
import type { OrdersTab } from '@/stores/OrdersStore'
import { ordersText, statusText } from '@/text/orders'
import styles from './Tabs.module.scss'

/** Orders that ended without money have no tab of their own: nothing is to be done about them. */
const tabs: readonly OrdersTab[] = ['all', 'unpaid', 'paid', 'refunding', 'refunded']

/** Tells whether an address names a tab. */
export function isTab(text: string): text is OrdersTab {
  return tabs.some((tab) => tab === text)
}

/** The tabs of the list. */
export interface TabsProps {
  readonly chosen: OrdersTab
  readonly onChoose: (tab: OrdersTab) => void
}

/** A row of tabs that stays at the top. */
export function Tabs({ chosen, onChoose }: TabsProps) {
  return (
    <View className={styles.tabs} ariaRole="tablist">
      {tabs.map((tab) => (
        <View
          key={tab}
          id={`tab-${tab}`}
          className={`${styles.tab} ${tab === chosen ? styles.chosen : ''}`}
          ariaRole="tab"
          onClick={() => {
            onChoose(tab)
          }}
        >
          {tab === 'all' ? ordersText.all : statusText[tab]}
        </View>
      ))}
    </View>
  )
}
