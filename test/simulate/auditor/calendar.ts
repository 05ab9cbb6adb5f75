/** The calendar on the shop's wall, as the auditor reads it: eight hours ahead of Greenwich. */

const OFFSET = 8 * 3_600_000

/** A moment whose UTC reading is what the wall shows. */
const wall = (at: number): Date => new Date(at + OFFSET)

const midnight = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day) - OFFSET

/** `2027-03-08`. */
export const dayName = (at: number): string => wall(at).toISOString().slice(0, 10)

/** `2027-03`. */
export const monthName = (at: number): string => dayName(at).slice(0, 7)

/** 1 to 31. */
export const dayOfMonth = (at: number): number => wall(at).getUTCDate()

/** The midnight that begins a month, so many months after the one of a moment. */
export function monthStart(at: number, later = 0): number {
  const date = wall(at)
  return midnight(date.getUTCFullYear(), date.getUTCMonth() + later, 1)
}

/** The midnight of the same day three months before; of a shorter month's last day. */
export function threeMonthsBefore(at: number): number {
  const date = wall(at)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - 3]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return midnight(year, month, Math.min(date.getUTCDate(), last))
}

/** The day before, by its name. */
export const dayBefore = (name: string): string =>
  new Date(Date.parse(`${name}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
