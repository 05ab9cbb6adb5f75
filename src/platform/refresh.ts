import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'

/** Does `again` when the shopper pulls the page down, and lets the page go when it is done. */
export function usePullToRefresh(again: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    void again().finally(() => {
      Taro.stopPullDownRefresh()
    })
  })
}

/** Does `more` when the shopper comes near the end of the page. */
export function useEndOfPage(more: () => void): void {
  useReachBottom(more)
}
