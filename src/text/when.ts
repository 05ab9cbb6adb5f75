import { DAY, HOUR, MINUTE, SECOND, shopDay, shopTime, type Instant } from '@domain/time'

/**
 * A moment as a shopkeeper says it: 今天 20:00, 明天 08:00, 11月28日 20:00; with a year when it differs.
 */
export function when(moment: Instant, now: Instant): string {
  const days = Math.round((shopDay(moment) - shopDay(now)) / DAY)
  const clock = shopTime(moment, 'HH:mm')
  const near = { '-1': '昨天', 0: '今天', 1: '明天' }[days]
  if (near) return `${near} ${clock}`
  const sameYear = shopTime(moment, 'YYYY') === shopTime(now, 'YYYY')
  return shopTime(moment, sameYear ? 'M月D日 HH:mm' : 'YYYY年M月D日 HH:mm')
}

/** A moment after other words: a number stands apart from them, 今天 does not. */
export function whenWithin(moment: Instant, now: Instant): string {
  const said = when(moment, now)
  return /^\d/.test(said) ? ` ${said}` : said
}

/** A length of time, no finer than one needs: 3 天 4 小时, 2 小时 13 分, under an hour 12:05. */
export function lasting(ms: number): string {
  const left = Math.max(0, ms)
  const days = Math.floor(left / DAY)
  const hours = Math.floor((left % DAY) / HOUR)
  const minutes = Math.floor((left % HOUR) / MINUTE)
  if (days > 0) return `${days} 天 ${hours} 小时`
  if (hours > 0) return `${hours} 小时 ${minutes} 分`
  const seconds = Math.floor((left % MINUTE) / SECOND)
  return `${minutes}:${String(seconds).padStart(2, '0')}`
}
