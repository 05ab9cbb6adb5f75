/** SHA-256 of a text, as lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/** The hash of a sealed list: of its codes in ascending order, one a line. */
export const hashOfList = (codes: readonly string[], sha256: Sha256): string =>
  sha256([...codes].sort().join('\n'))

/** What a draw is made of; anybody who has it can make it again. */
export interface DrawBasis {
  readonly seed: string
  readonly codes: readonly string[]
  readonly prizes: number
}

/**
 * Who wins, the first prize first: each entry's lot is the hash of seed, list hash and its code,
 * and the lowest lots win. As the list is in every lot, one entry more or less changes all of them.
 */
export function drawWinners({ seed, codes, prizes }: DrawBasis, sha256: Sha256): string[] {
  const list = hashOfList(codes, sha256)
  return codes
    .map((code) => ({ code, lot: sha256(`${seed}\n${list}\n${code}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, prizes)
    .map(({ code }) => code)
}
