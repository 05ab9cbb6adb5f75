import Taro from '@tarojs/taro'

/** Keeps something small on this phone. A full phone must not stop a purchase, so it may fail. */
export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    return
  }
}

/** What was kept under `key`, unchecked; undefined when there is nothing. */
export function kept(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' ? undefined : value
  } catch {
    return undefined
  }
}
