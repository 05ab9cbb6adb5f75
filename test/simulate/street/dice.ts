/** Dice for planning: everything a seed decides is thrown here, before anything happens. */
import { randomStream } from '../../../emulator/faults/random'

export class Dice {
  private readonly next: () => number

  constructor(
    private readonly seed: number,
    private readonly name: string,
  ) {
    this.next = randomStream(seed, name)
  }

  /** Dice of their own for a part of the plan, so that parts do not disturb each other. */
  apart(name: string): Dice {
    return new Dice(this.seed, `${this.name}/${name}`)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }

  /** Chooses by weights: `{ pays: 6, walks: 1 }`. */
  weighed<Choice extends string>(weights: Readonly<Record<Choice, number>>): Choice {
    const entries = Object.entries(weights) as [Choice, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of entries) {
      left -= weight
      if (left < 0) return choice
    }
    throw new Error('no weights')
  }
}
