import Taro from '@tarojs/taro'
import type { TabPage } from './go'

/** The tabs in the order of the tab bar. */
const tabs: readonly TabPage[] = ['home', 'shelf', 'cart', 'me']

/** More than this is said as 99+. */
const MOST_SHOWN = 99

/**
 * Puts a count on a tab, or takes it off. WeChat allows it only while a tab's page is in front;
 * elsewhere it fails, which is no trouble: the tab says it as soon as it is seen.
 */
export function setBadge(tab: TabPage, count: number): void {
  const index = tabs.indexOf(tab)
  const text = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count)
  const done = count > 0 ? Taro.setTabBarBadge({ index, text }) : Taro.removeTabBarBadge({ index })
  done.catch(() => undefined)
}
