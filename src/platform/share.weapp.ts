import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { Shared, Sharing } from './sharing'

/**
 * Lets the page be shared with friends and to Moments. The page's config says
 * `enableShareAppMessage` and `enableShareTimeline`.
 */
export function useShare(shared: () => Shared): Sharing {
  useShareAppMessage(() => {
    const { title, address, picture } = shared()
    return { title, path: address, ...imageOf(picture) }
  })
  useShareTimeline(() => {
    const { title, address, picture } = shared()
    return { title, query: address.split('?')[1] ?? '', ...imageOf(picture) }
  })
  return { openType: 'share' }
}

const imageOf = (picture: string | undefined) =>
  picture === undefined ? {} : { imageUrl: picture }
