/** Chance that falls the same way for the same seed. */

/**
 * A stream of numbers in [0, 1) (sfc32, Chris Doty-Humphrey's public-domain generator). Streams
 * with different names do not disturb each other.
 */
export function randomStream(seed: number, name: string): () => number {
  let [a, b, c] = hashes(`${seed}/${name}`)
  let count = 1
  const next = () => {
    const sum = (a + b + count++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round++) next()
  return next
}

/** Three 32-bit numbers that differ wherever the text does (FNV-1a, continued). */
function hashes(text: string): [number, number, number] {
  const hash = hashOf(text)
  const mix = (before: number, value: number) => Math.imul(before ^ value, 0x01000193)
  const [first, second] = [mix(hash, 1), mix(mix(hash, 1), 2)]
  return [first, second, mix(second, 3)]
}

/** A 32-bit number for a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  }
  return hash
}

/**
 * A number in [0, 1) that belongs to two hashes alone: no throw depends on those before it. The
 * bits are mixed as MurmurHash3 ends.
 */
export function chanceOf(hash: number, salt: number): number {
  let mixed = hash ^ Math.imul(salt, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
