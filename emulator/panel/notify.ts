import type { NotifyMode } from './answers'

/** How WeChat tells the shop that it was paid. */
export const notifyModes: Readonly<Record<NotifyMode, string>> = {
  once: '一次',
  twice: '两次',
  late: '迟到 20 分钟',
  never: '永不',
}
