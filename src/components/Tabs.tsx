import { View } from '@tarojs/components'
import { spokenTab } from '@/platform/spoken'
import { classes } from './classes'
import styles from './Tabs.module.scss'

/** Tabs by their names, and which of them is in front. */
export interface TabsProps<Tab extends string> {
  readonly names: Readonly<Record<Tab, string>>
  readonly tabs: readonly Tab[]
  readonly chosen: Tab
  readonly onChoose: (tab: Tab) => void
}

/** A row of tabs that stays at the top; what does not fit is a swipe away. */
export function Tabs<Tab extends string>({ names, tabs, chosen, onChoose }: TabsProps<Tab>) {
  return (
    <View className={styles.tabs} ariaRole="tablist">
      <View className={styles.row}>
        {tabs.map((tab) => (
          <View
            key={tab}
            id={`tab-${tab}`}
            className={classes(styles.tab, tab === chosen && styles.chosen)}
            ariaRole="tab"
            {...spokenTab(tab === chosen)}
            onClick={() => {
              onChoose(tab)
            }}
          >
            {names[tab]}
          </View>
        ))}
      </View>
    </View>
  )
}
