/**
 * Dice that fall the same way for the same seed (sfc32, Chris Doty-Humphrey's public-domain
 * generator).
 */

/** A stream of numbers in [0, 1). Streams with different names do not disturb each other. */
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
  let hash = 0x811c9dc5
  const mix = (value: number) => (hash = Math.imul(hash ^ value, 0x01000193))
  for (let place = 0; place < text.length; place++) mix(text.charCodeAt(place))
  return [mix(1), mix(2), mix(3)]
}
