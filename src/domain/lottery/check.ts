import { drawWinners, hashOfList, type Sha256 } from './draw'
import type { Lottery } from './lottery'

/** One thing that anybody can make again of a drawn lottery, and whether it came out the same. */
export interface DrawCheck {
  readonly kind: 'seed' | 'list' | 'winners'
  readonly holds: boolean
}

/** What was published of a lottery that is drawn. */
export type Published = Pick<
  Lottery,
  'commitment' | 'listHash' | 'entries' | 'seed' | 'winners' | 'prizes'
>

/**
 * 验一验: the seed is the one that was committed to, the list is the one that was sealed, and the
 * winners come out of both. Nothing in it comes from the shop but what is there for all to read.
 */
export function checkDraw(
  { commitment, listHash, entries, seed, winners, prizes }: Published,
  codes: readonly string[],
  sha256: Sha256,
): readonly DrawCheck[] {
  const drawn = seed === null ? [] : drawWinners({ seed, codes, prizes }, sha256)
  const isList = codes.length === entries && hashOfList(codes, sha256) === listHash
  return [
    { kind: 'seed', holds: seed !== null && sha256(seed) === commitment },
    { kind: 'list', holds: isList },
    { kind: 'winners', holds: drawn.join() === winners.join() && seed !== null },
  ]
}
