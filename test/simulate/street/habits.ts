/** What people are like. */
import type { Dice } from './dice'

/** How a visit to buy something ends. */
export type Ending =
  | 'pays at once'
  | 'pays and is told late'
  | 'pays and is told twice'
  | 'pays and is never told'
  | 'pays late'
  | 'pays twice'
  | 'is refused by the bank, then pays'
  | 'never pays'
  | 'cancels'
  | 'cancels while paying'
  | 'pays and asks for it back'
  | 'never opens the payment'

/** A person's habits. */
export interface Habits {
  readonly endings: Readonly<Record<Ending, number>>
  /** What they buy. */
  readonly wants: Readonly<Record<'shelf' | 'ladder' | 'team' | 'flash' | 'mall', number>>
  /** How often the goods are sent to them. */
  readonly courier: number
  /** How often they only look. */
  readonly looks: number
  /** How often they come as a member, not to buy. */
  readonly belongs: number
  /** How often they pay with points. */
  readonly saves: number
  /** How often their phone sends something twice. */
  readonly repeats: number
  /** How often they misread the price. */
  readonly misreads: number
}

const usual: Readonly<Record<Ending, number>> = {
  'pays at once': 40,
  'pays and is told late': 6,
  'pays and is told twice': 6,
  'pays and is never told': 6,
  'pays late': 6,
  'pays twice': 3,
  'is refused by the bank, then pays': 4,
  'never pays': 6,
  cancels: 6,
  'cancels while paying': 5,
  'pays and asks for it back': 12,
  'never opens the payment': 4,
}

/** Everybody leans towards something. */
export function habitsOf(dice: Dice): Habits {
  const endings = Object.entries(usual).map(([ending, weight]) => [
    ending,
    weight * (dice.chance(0.2) ? 4 : 1),
  ])
  return {
    endings: Object.fromEntries(endings) as Habits['endings'],
    wants: {
      ...{ shelf: dice.whole(1, 4), ladder: dice.whole(1, 4) },
      ...{ team: dice.whole(1, 3), flash: dice.whole(1, 2), mall: dice.one([0, 0.5]) },
    },
    courier: dice.one([0, 0.5, 1]),
    looks: dice.one([0.05, 0.2]),
    belongs: dice.one([0.2, 0.5]),
    saves: dice.one([0.1, 0.6]),
    repeats: dice.one([0.02, 0.15]),
    misreads: dice.one([0, 0.05]),
  }
}
