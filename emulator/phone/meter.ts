/** Counts what crosses from the logic layer to the view layer: the cost a phone really pays. */

/**
 * setData calls and their UTF-8 bytes. Repeatable; milliseconds here would say nothing of a phone.
 */
export interface Cost {
  readonly calls: number
  readonly bytes: number
}

/** One setData call. */
export interface Crossing {
  readonly owner: string
  readonly bytes: number
  readonly keys: readonly string[]
}

/** UTF-8 length without TextEncoder, which jsdom lacks. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Adds up the crossings of one phone. */
export class Meter {
  readonly crossings: Crossing[] = []

  /** Records one setData call and answers the copy that the view layer gets. */
  cross(owner: string, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const text = JSON.stringify(data)
    this.crossings.push({ owner, bytes: utf8Length(text), keys: Object.keys(data) })
    return JSON.parse(text) as Record<string, unknown>
  }

  get total(): Cost {
    return this.since(0)
  }

  /** What was spent from the crossing numbered `start` on. */
  since(start: number): Cost {
    const recent = this.crossings.slice(start)
    return { calls: recent.length, bytes: recent.reduce((sum, one) => sum + one.bytes, 0) }
  }
}
