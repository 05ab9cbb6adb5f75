import type { Sku } from '../../catalog/product'
import type { Ladder } from '../../groupbuy/ladder'
import type { CategoryId, DealId, FileId, ProductId } from '../../ids'
import { add, type Fen } from '../../money'
import type { Instant } from '../../time'

/** Why a sum stands on the receipt: figures, from which `src/text` makes a sentence. */
export type Why = Readonly<Record<string, number | string>>

/** In this order the price comes about. */
export const priceSteps = [
  'base',
  'ladder',
  'team',
  'flash',
  'mall',
  'live',
  'prize',
  'discount',
  'member-day',
  'level',
  'spend-and-save',
  'coupon',
  'points',
  'freight',
] as const
export type PriceStepKind = (typeof priceSteps)[number]

/** What one step of the pipeline did to one line: sums with a sign, adding up to its payable. */
export interface PriceStep {
  readonly kind: PriceStepKind
  /** The deal, promotion or level that did it, and its name; null for the shop's own rules. */
  readonly id: string | null
  readonly name: string | null
  readonly amountFen: Fen
  readonly why: Why
}

interface Offered {
  readonly id: DealId
  readonly name: string
  /** 预售: when the goods are shipped. */
  readonly shipsAt?: Instant
  /** Whether coupons and points may be used on it. */
  readonly takes: { readonly coupons: boolean; readonly points: boolean }
}

/** A ladder as it stands at this moment. */
export interface LadderOffer extends Offered {
  readonly kind: 'ladder'
  readonly ladder: Ladder
  readonly people: number
}

/** A team as this member opens or joins it. */
export interface TeamOffer extends Offered {
  readonly kind: 'team'
  /** What this member pays: the leader's price or a joiner's. */
  readonly priceFen: Fen
  readonly isLeader: boolean
  /** Members that the team needs. */
  readonly people: number
}

/** A flash sale's session that is running. */
export interface FlashOffer extends Offered {
  readonly kind: 'flash'
  readonly priceFen: Fen
  readonly endsAt: Instant
}

/** Something of the points mall: points, and perhaps money beside them. */
export interface MallOffer extends Offered {
  readonly kind: 'mall'
  /** Points for one piece. */
  readonly points: number
  readonly priceFen: Fen
}

/** Something in a live session, at the price that it has there right now. */
export interface LiveOffer extends Offered {
  readonly kind: 'live'
  readonly priceFen: Fen
}

/** What was won in a lottery: for nothing, freight included. */
export interface PrizeOffer extends Offered {
  readonly kind: 'prize'
  readonly priceFen: Fen
}

/** A deal as it stands at this moment. */
export type DealOffer = LadderOffer | TeamOffer | FlashOffer | MallOffer | LiveOffer | PrizeOffer

/** What the basket asks for, with everything that its price depends on. */
export interface BasketLine {
  readonly product: {
    readonly id: ProductId
    readonly categoryId: CategoryId
    readonly name: string
    readonly unit: string
    readonly picture: FileId | null
  }
  readonly sku: Sku
  readonly quantity: number
  readonly deal: DealOffer | null
}

/** A line with every step that made its price. */
export interface PricedLine extends BasketLine {
  readonly steps: readonly PriceStep[]
  readonly payableFen: Fen
  /** Points that it is paid with, beside money: in the mall, and to bring the sum down. */
  readonly points: number
}

/** The line after one more step. */
export function stepped(line: PricedLine, step: PriceStep): PricedLine {
  return {
    ...line,
    steps: [...line.steps, step],
    payableFen: add(line.payableFen, step.amountFen),
  }
}

/** What the steps of a kind did to a line together. */
export function amountOf(steps: readonly PriceStep[], kind: PriceStepKind): Fen {
  return add(...steps.filter((step) => step.kind === kind).map(({ amountFen }) => amountFen))
}

/** Whether a coupon, or points, may be used on a line: on all but deals that do not take them. */
export function takes({ deal }: Pick<BasketLine, 'deal'>, benefit: 'coupons' | 'points'): boolean {
  return deal === null || deal.takes[benefit]
}
