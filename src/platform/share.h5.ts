import Taro from '@tarojs/taro'
import { sharedText } from '@/text/shared'
import { linked, type Shared, type ShareTokens, type Sharing } from './sharing'

/** Lets the page be shared with friends: in a browser, by its link. */
export function useShare(shared: () => Shared, tokens: ShareTokens): Sharing {
  const copy = async () => {
    const { title, address } = shared()
    const token = await tokens.chat()
    const link = `${location.origin}${location.pathname}#${linked(address, token)}`
    await Taro.setClipboardData({ data: `${title} ${link}` })
    await Taro.showToast({ title: sharedText.linkCopied, icon: 'none' })
  }
  return { onTap: () => void copy() }
}
