import { audienceOf } from '../members/audience'
import type { Bps } from '../money'
import { discountFault } from '../promotions/discount'
import { spendAndSaveFault } from '../promotions/spendAndSave'
import { scheduleFault } from '../schedule'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { goodsFaults } from './goodsFaults'
import type { FileWhen } from './promotions.contract'
import { dayFault, scheduleOf } from './when'

/** What is wrong with levels, segments, flash sales, discounts and spend-and-saves. */
export function promotionFaults(file: ShopFile, now: Instant): FileFault[] {
  return [
    ...levelFaults(file),
    ...segmentFaults(file),
    ...file.flashSales.flatMap((sale, index) =>
      saleFaults(sale, `flashSales[${index}]`, file, now),
    ),
    ...file.discounts.flatMap((discount, index) =>
      discountFaults(discount, `discounts[${index}]`, file, now),
    ),
    ...file.spendAndSave.flatMap((promotion, index) => {
      const place = `spendAndSave[${index}]`
      return [
        ...whenFaults(promotion, place, now),
        ...scopeFaults(promotion.scope, place, file),
        ...faultAt(`${place}.steps`, spendAndSaveFault(promotion)),
      ]
    }),
  ]
}

/** A fault at a place, if there is one. */
export const faultAt = (place: string, fault: string | undefined): FileFault[] =>
  fault === undefined ? [] : [{ place, fault }]

function whenFaults(when: FileWhen, place: string, now: Instant): FileFault[] {
  const schedule = scheduleOf(when, now)
  if (!schedule) return [{ place, fault: 'needs startsAt and endsAt, or repeats' }]
  const day = when.repeats && dayFault(when.repeats)
  if (day) return [{ place: `${place}.repeats.on[${day.index}]`, fault: day.fault }]
  return faultAt(when.repeats ? `${place}.repeats` : `${place}.endsAt`, scheduleFault(schedule))
}

type FileScope = ShopFile['discounts'][number]['scope']

/** Categories or products that a scope names and the file does not have. */
export function scopeFaults(
  { kind, ids = [] }: FileScope,
  place: string,
  file: ShopFile,
): FileFault[] {
  if (kind === 'all') return []
  const known = new Set<string>(
    (kind === 'category' ? file.categories : file.products).map(({ id }) => id),
  )
  if (ids.length === 0) return [{ place: `${place}.scope`, fault: `names no ${kind}` }]
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ place: `${place}.scope.ids[${index}]`, fault: `there is no ${kind} "${id}"` }],
  )
}

function levelFaults({ memberLevels, coupons }: ShopFile): FileFault[] {
  const levels = memberLevels?.levels ?? []
  const known = new Set<string>(coupons.map(({ id }) => id))
  const unknown = (id: string | null | undefined): string | undefined =>
    id === null || id === undefined || known.has(id) ? undefined : `there is no coupon "${id}"`
  return levels.flatMap((level, index) => {
    const before = levels[index - 1]
    const place = `memberLevels.levels[${index}]`
    const twice = levels.findIndex(({ id }) => id === level.id) < index
    return [
      ...faultAt(`${place}.id`, twice ? `"${level.id}" stands twice` : undefined),
      ...faultAt(
        `${place}.spendFen`,
        before && level.spendFen <= before.spendFen
          ? 'needs more spending than the one before'
          : undefined,
      ),
      ...faultAt(`${place}.monthlyCouponId`, unknown(level.monthlyCouponId)),
      ...faultAt(`${place}.giftCouponId`, unknown(level.giftCouponId)),
      ...faultAt(
        `${place}.discountBps`,
        level.discountBps === 0 || level.discountBps > 10_000
          ? 'leaves something of the price, and not more than all'
          : undefined,
      ),
    ]
  })
}

function segmentFaults({ segments, categories }: ShopFile): FileFault[] {
  return segments.flatMap(({ where: { favouriteCategory } }, index) => {
    const isKnown = categories.some(({ id }) => id === favouriteCategory)
    if (favouriteCategory === undefined || isKnown) return []
    const place = `segments[${index}].where.favouriteCategory`
    return [{ place, fault: `there is no category "${favouriteCategory}"` }]
  })
}

type FileSale = ShopFile['flashSales'][number]

function saleFaults(sale: FileSale, place: string, file: ShopFile, now: Instant): FileFault[] {
  return [
    ...whenFaults(sale, place, now),
    ...audienceFaults(sale.audience, place, file),
    ...sale.items.flatMap((item, line) => goodsFaults(item, `${place}.items[${line}]`, file)),
  ]
}

/** Levels or segments that an audience names and the file does not have. */
export function audienceFaults(text: string, place: string, file: ShopFile): FileFault[] {
  const audience = audienceOf(text)
  const levels = file.memberLevels?.levels ?? []
  const isKnown =
    audience?.kind === 'level'
      ? levels.some(({ id }) => id === audience.levelId)
      : audience?.kind !== 'segment' || file.segments.some(({ id }) => id === audience.segmentId)
  return faultAt(`${place}.audience`, isKnown ? undefined : `there is no "${text}"`)
}

type FileDiscount = ShopFile['discounts'][number]

function discountFaults(
  discount: FileDiscount,
  place: string,
  file: ShopFile,
  now: Instant,
): FileFault[] {
  const { discountBps, pointsMultiplierBps = null, levelAtLeast } = discount
  const rates = {
    discountBps: discountBps as Bps,
    pointsMultiplierBps: pointsMultiplierBps as Bps | null,
  }
  const levels = file.memberLevels?.levels ?? []
  const isUnknown = levelAtLeast !== undefined && levels.every(({ id }) => id !== levelAtLeast)
  return [
    ...whenFaults(discount, place, now),
    ...scopeFaults(discount.scope, place, file),
    ...faultAt(`${place}.discountBps`, discountFault(rates)),
    ...faultAt(
      `${place}.levelAtLeast`,
      isUnknown ? `there is no level "${levelAtLeast}"` : undefined,
    ),
  ]
}
