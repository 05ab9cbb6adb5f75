/**
 * What a value of a subscribe message may be, by the kind in its key (subscribeMessage.send page,
 * 参数值内容限制).
 */

const DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日'
const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'

/** An instant, or two ("支持填时间段，两个时间点之间用“~”符号连接"). */
const span = (instant: string) => new RegExp(`^${instant}(~${instant})?$`)

const KINDS: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  // "24小时制时间格式（支持+年月日）": 15:01, 2019年10月1日 15:01. Days in digits are taken at times only.
  time: span(`(${DAY} ?)?${CLOCK}`),
  // "年月日格式（支持+24小时制时间）": 2019年10月1日, 2019年10月1日 15:01.
  date: span(`${DAY}( ?${CLOCK})?`),
  amount: /^\D?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^.{1,8}$/u,
  // "中文和字母混合按中文名算，10个字内".
  name: /^(\P{Script=Han}{1,20}|.{1,10})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** The first key whose value would be refused (47003), or undefined when all are fine. */
export function refusedKey(data: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(data).find(([key, field]) => !allowed(key, field))?.[0]
}

function allowed(key: string, field: unknown): boolean {
  const kind = KINDS[key.replace(/\d+$/, '')]
  if (typeof field !== 'object' || field === null || !('value' in field)) return false
  const { value } = field
  if (typeof value !== 'string' && typeof value !== 'number') return false
  return kind?.test(String(value)) ?? false
}
