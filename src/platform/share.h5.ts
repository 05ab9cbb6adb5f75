import Taro from '@tarojs/taro'
import { sharedText } from '@/text/shared'
import type { Shared, Sharing } from './sharing'

/** Lets the page be shared with friends: in a browser, by its link. */
export function useShare(shared: () => Shared): Sharing {
  return {
    onTap: () => {
      const { title, address } = shared()
      const link = `${location.origin}${location.pathname}#${address}`
      void Taro.setClipboardData({ data: `${title} ${link}` }).then(() =>
        Taro.showToast({ title: sharedText.linkCopied, icon: 'none' }),
      )
    },
  }
}
