import { shopTime, type Instant } from '@domain/time'

/** The day on which the goods of a pre-sale go out, e.g. 3月20日. */
const day = (shipsAt: Instant): string => shopTime(shipsAt, 'M月D日')

/** The words of what is sold before it can be shipped. */
export const preSaleText = {
  tag: '预售',
  ships: (shipsAt: Instant) => `预计 ${day(shipsAt)} 发货`,
  /** One sentence before paying. */
  truth: (shipsAt: Instant) => `这是预售，预计 ${day(shipsAt)} 发货，自提也从那天起。`,
  waitsTitle: '预售备货中',
  waitsToShip: (shipsAt: Instant) =>
    `预售商品，预计 ${day(shipsAt)} 发货，发出后这里能看到快递单号`,
  waitsForPickUp: (shipsAt: Instant, store: string) =>
    `预售商品，预计 ${day(shipsAt)} 起到${store}，把下面的取货码给店员看`,
  /** What the shop promised, for staff. */
  promised: (shipsAt: Instant) => `预售，说好 ${day(shipsAt)} 发货`,
  ruleTitle: '什么时候发货',
} as const
