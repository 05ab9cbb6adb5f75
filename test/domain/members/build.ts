import type { Level, LevelRule } from '@domain/members/level'
import { strangerOf, type Member } from '@domain/members/member'
import { fen, type Bps } from '@domain/money'
import { id } from '../build'

/** A rate in basis points. */
export const bps = (rate: number) => rate as Bps

/** A level that so much spending reaches, and that leaves so much of a price. */
export function aLevel(name: string, spendFen: number, discountBps = 10_000): Level {
  return {
    id: id(name),
    name: `${name}会员`,
    spendFen: fen(spendFen),
    discountBps: bps(discountBps),
    pointsMultiplierBps: bps(10_000),
    monthlyTemplateId: null,
    giftTemplateId: null,
  }
}

/** The levels of the fruit shop: from ¥0, ¥300, ¥1000 and ¥3000 in three months. */
export function fruitLevels(own: Partial<LevelRule> = {}): LevelRule {
  const levels = [
    aLevel('plain', 0),
    aLevel('silver', 30_000, 9900),
    aLevel('gold', 100_000, 9800),
    aLevel('black', 300_000, 9500),
  ]
  return { window: 'last-3-months', levels, ...own }
}

/** Ann, of whom the shop knows nothing but what the test says. */
export function aMember(own: Partial<Member> = {}): Member {
  return { ...strangerOf(id('ann')), ...own }
}
