import Taro from '@tarojs/taro'
import { sharedText } from '@/text/shared'

/** Puts a text on the clipboard and says so; WeChat's own notice is in other words. */
export function copy(text: string): void {
  void Taro.setClipboardData({ data: text }).then(() =>
    Taro.showToast({ title: sharedText.copied, icon: 'none' }),
  )
}
