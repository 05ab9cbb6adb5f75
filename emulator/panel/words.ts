const zone = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const
const day = new Intl.DateTimeFormat('zh-CN', { ...zone, dateStyle: 'long' })
const weekday = new Intl.DateTimeFormat('zh-CN', { ...zone, weekday: 'long' })
const timeOfDay = new Intl.DateTimeFormat('zh-CN', { ...zone, timeStyle: 'medium' })
const parts = new Intl.DateTimeFormat('sv-SE', {
  ...zone,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** 2026年3月1日 */
export const dayOf = (at: number) => day.format(at)

/** 星期日 */
export const weekdayOf = (at: number) => weekday.format(at)

/** 10:00:00 in the shop's time zone. */
export const timeOf = (at: number) => timeOfDay.format(at)

/** 03-01 10:00:00 in the shop's time zone, for lists. */
export const momentOf = (at: number) => parts.format(at).slice(5)

/** 2026-03-01T10:00, as an input of type datetime-local wants it, in the shop's time zone. */
export const fieldOf = (at: number) => parts.format(at).slice(0, 16).replace(' ', 'T')

/** The instant that an input of type datetime-local names in the shop's time zone; NaN if none. */
export const instantOf = (field: string) => Date.parse(`${field}:00+08:00`)

/** ¥12.80 from 1280 fen. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '−' : ''}¥${whole}.${cents}`
}

/** 1.2 KB from 1234. */
export function bytesOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** What went wrong, as a sentence. */
export const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))
