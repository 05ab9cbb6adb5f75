/** The made-up telephone number of a person: the same person always has the same one. */

/** A figure that is the same for the same person, below a hundred million. */
export function seedOf(openid: string): number {
  return Array.from(openid).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e8, 7)
}

/** Eleven digits, as a number of China has them. */
export function phoneNumberOf(openid: string): string {
  return `138${String(seedOf(openid)).padStart(8, '0')}`
}
