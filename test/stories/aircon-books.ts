/**
 * Headquarters' own books of the live: what everybody should have, reckoned from the file alone, in
 * whole numbers of any size, and not by the shop's rules.
 */
import type { CommissionEntry } from '@domain/commission/entry'
import { HOST, priceOf, scenario, storeOf } from './aircon-file'

/** Pieces that somebody bought and kept. */
export interface Kept {
  readonly guideId: string
  readonly productId: string
  readonly pieces: number
  /** Whether it was ordered in the room: only then the host gets something. */
  readonly inLive: boolean
}

/** Sums by payee, `guide.…` or `store.…`. */
export type Sums = Readonly<Record<string, number>>

const rates = new Map(scenario.commission.shares.map(({ role, bps }) => [role, BigInt(bps)]))

/** Who has a part in what was kept, and how large it is. */
function partsOf({ guideId, inLive }: Kept): [payee: string, rate: bigint][] {
  const rate = (role: string) => rates.get(role) ?? 0n
  const parts: [string, bigint][] = [
    [`guide.${guideId}`, rate('guide')],
    [`store.${storeOf.get(guideId)}`, rate('store')],
  ]
  return inLive ? [...parts, [`guide.${HOST}`, rate('host')]] : parts
}

/**
 * Deals out one sale fen by fen, as far as it is not exact: first what everybody has for certain,
 * then a fen each to whom most of one is missing.
 */
function deal(kept: Kept): Map<string, bigint> {
  const money = BigInt(priceOf.get(kept.productId) ?? 0) * BigInt(kept.pieces)
  const parts = partsOf(kept)
  const whole = parts.reduce((sum, [, rate]) => sum + rate, 0n)
  let left = (money * whole) / 10_000n
  const certain = parts.map(([payee, rate]) => {
    const exact = left * rate
    return { payee, fen: exact / whole, missing: exact % whole }
  })
  left -= certain.reduce((sum, { fen }) => sum + fen, 0n)
  const hungry = [...certain].sort((one, other) => Number(other.missing - one.missing))
  return new Map(
    hungry.map(({ payee, fen }, place) => [payee, fen + (BigInt(place) < left ? 1n : 0n)]),
  )
}

/** What everybody should have of all that was kept. */
export function reckoned(sales: readonly Kept[]): Sums {
  const sums = new Map<string, bigint>()
  for (const sale of sales) {
    for (const [payee, fen] of deal(sale)) sums.set(payee, (sums.get(payee) ?? 0n) + fen)
  }
  return plain(sums)
}

/** What the ledger says that everybody has. */
export function posted(entries: readonly CommissionEntry[]): Sums {
  const sums = new Map<string, bigint>()
  for (const { payee, amountFen } of entries) {
    sums.set(payee, (sums.get(payee) ?? 0n) + BigInt(amountFen))
  }
  return plain(sums)
}

const plain = (sums: ReadonlyMap<string, bigint>): Sums =>
  Object.fromEntries(
    [...sums]
      .filter(([, sum]) => sum !== 0n)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([payee, sum]) => [payee, Number(sum)]),
  )

/** All that was kept, in fen. */
export const moneyOf = (sales: readonly Kept[]): number =>
  sales.reduce((sum, { productId, pieces }) => sum + (priceOf.get(productId) ?? 0) * pieces, 0)
