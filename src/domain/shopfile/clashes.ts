import { overlap, type Session } from '../schedule'
import { shopTime, type Instant } from '../time'
import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { slotsOf, type PlannedSlot } from './planDeals'

const spoken = ({ startsAt, endsAt }: Session): string =>
  `${shopTime(startsAt, 'YYYY-MM-DD HH:mm')} to ${shopTime(endsAt, 'YYYY-MM-DD HH:mm')}`

/** Why a slot can't stand beside another one; nothing when they never meet. */
export function clashOf(
  slot: PlannedSlot,
  other: PlannedSlot,
  now: Instant,
): FileFault | undefined {
  if (slot.skuId !== other.skuId) return undefined
  const both = overlap(slot.schedule, other.schedule, now)
  if (!both) return undefined
  const fault = `"${slot.skuId}" is in "${slot.id}" and in "${other.id}" from ${spoken(both)}`
  return { place: slot.place, fault }
}

/** A SKU can't be in two deals at the same time: nobody could say what it costs. */
export function clashes(file: ShopFile, now: Instant): FileFault[] {
  const slots = slotsOf(file, now)
  return slots.flatMap((slot, index) => {
    const before = slots.slice(0, index)
    return before.map((other) => clashOf(slot, other, now)).find(Boolean) ?? []
  })
}
