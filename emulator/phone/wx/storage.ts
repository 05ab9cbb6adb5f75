/** wx.setStorage and its family: kept per phone; values are copied as JSON, as on a phone. */
import type { Device } from '../device'
import { type Interfaces, Refusal, textOf } from './interfaces'

/** WeChat keeps 1 MB under one key. */
const maxValue = 1024 * 1024

/** The storage interfaces. */
export function storageInterfaces({ storage }: Device): Interfaces {
  const read = (key: string): unknown => {
    const text = storage.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }
  const write = (key: string, value: unknown): undefined => {
    const text = JSON.stringify(value ?? '')
    if (text.length > maxValue) throw new Refusal('entry size limit reached')
    storage.set(key, text)
    return undefined
  }
  const info = () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 })
  return {
    answers: {
      getStorage: (options) => {
        const key = textOf(options, 'key')
        if (!storage.has(key)) throw new Refusal('data not found')
        return { data: read(key) }
      },
      setStorage: (options) => write(textOf(options, 'key'), options['data']),
      removeStorage: (options) => void storage.delete(textOf(options, 'key')),
      clearStorage: () => {
        storage.clear()
        return undefined
      },
      getStorageInfo: info,
    },
    plain: {
      getStorageSync: read,
      setStorageSync: write,
      removeStorageSync: (key: string) => void storage.delete(key),
      clearStorageSync: () => storage.clear(),
      getStorageInfoSync: info,
    },
  }
}
