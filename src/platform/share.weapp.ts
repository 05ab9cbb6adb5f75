import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { linked, type Shared, type ShareTokens, type Sharing } from './sharing'

/**
 * Lets the page be shared with friends and to Moments. The page's config says
 * `enableShareAppMessage` and `enableShareTimeline`. WeChat waits three seconds for the friend's
 * link, and shares the bare address when it did not come.
 */
export function useShare(shared: () => Shared, tokens: ShareTokens): Sharing {
  useShareAppMessage(() => {
    const { title, address, picture } = shared()
    const bare = { title, path: linked(address, tokens.moments()), ...imageOf(picture) }
    const promise = tokens.chat().then((token) => {
      return token === undefined ? bare : { ...bare, path: linked(address, token) }
    })
    return { ...bare, promise }
  })
  useShareTimeline(() => {
    const { title, address, picture } = shared()
    const query = linked(address, tokens.moments()).split('?')[1] ?? ''
    return { title, query, ...imageOf(picture) }
  })
  return { openType: 'share' }
}

const imageOf = (picture: string | undefined) =>
  picture === undefined ? {} : { imageUrl: picture }
