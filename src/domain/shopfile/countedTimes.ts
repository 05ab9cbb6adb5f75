import { shopTime, type Instant } from '../time'
import type { ShopFile } from './contract'
import { fileMoment, isRelative } from './when'

/** A time of the file that counts from its import, and the moment that it came to at first. */
export interface CountedTime {
  /** Where the file says so, e.g. `coupons.welcome.claimFrom`. */
  readonly place: string
  readonly text: string
  readonly at: Instant
}

/** A file whose coupons, promotions and lives have dates, and how those came about. */
export interface DatedFile {
  readonly file: ShopFile
  readonly times: readonly CountedTime[]
}

/** Where coupons, promotions and lives say from when and until when. */
const fields = ['claimFrom', 'claimUntil', 'validFrom', 'validUntil', 'startsAt', 'endsAt']

/**
 * Puts dates in the place of times that count from the import. As long as the file says the same of
 * the same thing, its date stays where it was counted first: reading a file in again moves nothing.
 * Deals and flash sales keep their own times once they are opened.
 */
export function datedFile(file: ShopFile, known: readonly CountedTime[], now: Instant): DatedFile {
  const times: CountedTime[] = []
  const date = (place: string, text: string): string => {
    const before = known.find((time) => time.place === place && time.text === text)
    const time = before ?? { place, text, at: fileMoment(text, now) }
    times.push(time)
    return shopTime(time.at, 'YYYY-MM-DDTHH:mm:ss.SSS[+08:00]')
  }
  const dated = <Item extends { readonly id: string }>(section: string, items: readonly Item[]) =>
    items.map((item) => {
      const dates = fields.flatMap((field): [string, string][] => {
        const text: unknown = Reflect.get(item, field)
        if (typeof text !== 'string' || !isRelative(text)) return []
        return [[field, date(`${section}.${item.id}.${field}`, text)]]
      })
      return { ...item, ...Object.fromEntries(dates) }
    })
  const sections = {
    coupons: dated('coupons', file.coupons),
    discounts: dated('discounts', file.discounts),
    spendAndSave: dated('spendAndSave', file.spendAndSave),
    live: dated('live', file.live),
  }
  return { file: { ...file, ...sections }, times }
}
