import { randomUUID } from 'node:crypto'
import type { CouponPiece } from '@domain/coupons/coupon'
import { shardOf, type CouponPool } from '@domain/holds/hold'
import type { CouponId, TemplateId } from '@domain/ids'
import { after, MINUTE, type Duration, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { couponPools } from '../kit/collections'
import type { Words } from '../kit/database'
import { take } from '../holds/take'

/** A shard as it was read before. */
export type CouponShard = Pick<CouponPool, '_id' | 'available'>

/** A piece that is held lapses after so long, if the coupon was never made of it. */
const ISSUE_WINDOW = (5 * MINUTE) as Duration

/** How often a fresh look is taken at shards that others are emptying. */
const LOOKS = 3

/** The coupon that a hold is for, in a pool or of points. */
export const couponOfKey = (key: string): CouponId => key.split('-')[0] as CouponId

/** Each try has a key of its own: booking or freeing its piece can't meet another's. */
const freshKey = (couponId: CouponId): string => `${couponId}-${randomUUID().slice(0, 8)}`

/** Whether two are the same piece. */
export const isPiece = (one: CouponPiece, other: CouponPiece): boolean =>
  one.poolId === other.poolId && one.key === other.key

/**
 * Takes one coupon out of its template's pool: from the shard that its id chooses, else from
 * where one is left. When none is, a piece that an earlier try left is taken up; else nothing.
 */
export async function takePiece(
  templateId: TemplateId,
  couponId: CouponId,
  { shards, now }: { readonly shards: readonly CouponShard[]; readonly now: Instant },
): Promise<CouponPiece | undefined> {
  const taking = { holder: freshKey(couponId), quantity: 1, until: after(now, ISSUE_WINDOW) }
  let known = shards
  for (let look = 0; look < LOOKS; look += 1) {
    const filled = known.filter(({ available }) => available > 0)
    const first = shardOf(couponId, Math.max(1, filled.length))
    for (const { _id: poolId } of [...filled.slice(first), ...filled.slice(0, first)]) {
      if (await take(couponPools, poolId, taking)) return { poolId, key: taking.holder }
    }
    const fresh = await couponPools.find({ templateId })
    if (fresh.every(({ available }) => available === 0)) return leftPiece(fresh, couponId)
    known = fresh
  }
  return undefined
}

function leftPiece(pools: readonly CouponPool[], couponId: CouponId): CouponPiece | undefined {
  const [piece] = pools.flatMap(({ _id: poolId, holds }) =>
    Object.keys(holds)
      .filter((key) => couponOfKey(key) === couponId)
      .map((key) => ({ poolId, key })),
  )
  return piece
}

/** Books a held piece as issued; a repeat changes nothing. */
export function bookPiece({ poolId, key }: CouponPiece): Promise<boolean> {
  return drop({ poolId, key }, { sold: _.inc(1) })
}

/** Lets a held piece go; a repeat changes nothing. */
export function freePiece({ poolId, key }: CouponPiece): Promise<boolean> {
  return drop({ poolId, key }, { available: _.inc(1) })
}

function drop({ poolId, key }: CouponPiece, into: Words): Promise<boolean> {
  const held = `holds.${key}`
  return couponPools.changeIf(poolId, { [held]: _.exists(true) }, { ...into, [held]: _.remove() })
}
