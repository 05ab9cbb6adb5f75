import Taro from '@tarojs/taro'
import { pictureSrc } from './picture'

/** Shows pictures large, beginning with the one at `at`. */
export function preview(files: readonly string[], at: number): void {
  const urls = files.map(pictureSrc)
  const current = urls[at]
  if (current !== undefined) void Taro.previewImage({ urls, current }).catch(() => undefined)
}
