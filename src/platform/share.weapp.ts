import { useShareAppMessage } from '@tarojs/taro'
import type { Shared, Sharing } from './sharing'

/** Lets the page be shared with friends. The page's config says `enableShareAppMessage`. */
export function useShare(shared: () => Shared): Sharing {
  useShareAppMessage(() => {
    const { title, address, picture } = shared()
    return { title, path: address, ...(picture === undefined ? {} : { imageUrl: picture }) }
  })
  return { openType: 'share' }
}
