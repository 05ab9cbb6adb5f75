import { assert } from './assert'

/** Money is whole fen (分). A fraction of a fen never exists, not even halfway through a sum. */
export type Fen = number & { readonly unit: 'fen' }

/** A rate in basis points: 10000 is the whole. */
export type Bps = number & { readonly unit: 'bps' }

/**
 * The largest sum the shop speaks of: 1 billion yuan. Times 10000 basis points it is still exact.
 */
export const MAX_FEN = 100_000_000_000

/** Makes money of a whole number. Throws on fractions and on sums beyond ±1 billion yuan. */
export function fen(amount: number): Fen {
  assert(Number.isInteger(amount) && Math.abs(amount) <= MAX_FEN, `${amount} is not whole fen`)
  return amount as Fen
}

/** No money. */
export const NOTHING = fen(0)

/** Adds sums. */
export function add(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce<number>((sum, amount) => sum + amount, 0))
}

/** What is left of `amount` after `less`; negative when `less` is more. */
export function subtract(amount: Fen, less: Fen): Fen {
  return fen(amount - less)
}

/** `count` times the same price. */
export function times(amount: Fen, count: number): Fen {
  assert(Number.isInteger(count) && count >= 0, `${count} is not a count`)
  return fen(amount * count)
}

/** The smaller of two sums. */
export function lesser(one: Fen, other: Fen): Fen {
  return fen(Math.min(one, other))
}

/** The share of `amount` at `rate`, rounded half up to whole fen. */
export function share(amount: Fen, rate: Bps): Fen {
  return fen(Math.floor((amount * rate + 5000) / 10000))
}

/** The share of `amount` at `rate`, rounded down to whole fen: never more than was promised. */
export function shareDown(amount: Fen, rate: Bps): Fen {
  return fen(Math.floor((amount * rate) / 10000))
}

/** What sums come to on the average, rounded half up to whole fen; nothing where there are none. */
export function average(amounts: readonly Fen[]): Fen {
  if (amounts.length === 0) return NOTHING
  return fen(Math.floor(add(...amounts) / amounts.length + 0.5))
}

/**
 * Splits `total` in proportion to `weights`. The shares always add up to `total`, so refunding
 * every line gives back exactly what was paid. Shares are floored; the fen left over go to the
 * largest remainders, earlier lines first. Where all weights are zero the first line takes all.
 */
export function split(total: Fen, weights: readonly number[]): Fen[] {
  assert(total >= 0, 'only a sum that is not negative is split')
  assert(total === 0 || weights.length > 0, 'a sum is split over something')
  assert(
    weights.every((weight) => Number.isInteger(weight) && weight >= 0 && weight <= MAX_FEN),
    'weights are whole and not negative',
  )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, line) => (line === 0 ? total : NOTHING))
  // Products of two sums pass what a double holds exactly, hence BigInt.
  const parts = weights.map((weight) => {
    const product = BigInt(total) * BigInt(weight)
    return { floor: Number(product / BigInt(whole)), rest: Number(product % BigInt(whole)) }
  })
  let over = total - parts.reduce((sum, part) => sum + part.floor, 0)
  // Sorting leaves equals as they stand: of equal remainders the earlier line comes first.
  for (const part of [...parts].sort((one, other) => other.rest - one.rest)) {
    if (over === 0) break
    part.floor += 1
    over -= 1
  }
  return parts.map((part) => fen(part.floor))
}

/** Money as a shopper reads it: `yuan(49900)` is "499", `yuan(990)` is "9.90". Without a sign. */
export function yuan(amount: Fen): string {
  const sum = Math.abs(amount)
  const rest = sum % 100
  const whole = String((sum - rest) / 100)
  const text = rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`
  return amount < 0 ? `-${text}` : text
}
