/** A small street on which every flow can happen, with an evening on which they do. */
import { randomUUID } from 'node:crypto'
import type { Town } from '../cloud/town'
import { openShop } from '../play/play'
import { invitation } from '../play/guiding'
import { Dice } from '../street/dice'
import { planLives } from '../street/lives'
import { planOffers, writtenShop, type Goods, type Offers } from '../street/shop-file'
import { KEEPER } from '../street/step'
import { Hands, LIVE } from './hands'

/** When the shop is opened, and the evening on which all happens, in minutes after that. */
export const START = Date.parse('2027-03-01T00:00+08:00')
const EVENING_MINUTES = 3 * 1440 + 20 * 60
export const EVENING = START + EVENING_MINUTES * 60_000

/** Who lives here, and who brings the first of them. */
export const PEOPLE = ['ann', 'bob', 'cat'] as const
export const GUIDE = 'gina'

export const LADDER = 'ladder-0'
export const TEAM = 'team-1'

const GOODS: readonly Goods[] = [
  { id: 'fruit-0', skus: [{ id: 'fruit-0', priceFen: 9900, stock: 40 }] },
  { id: 'fruit-1', skus: [{ id: 'fruit-1', priceFen: 4501, stock: 40 }] },
  { id: 'fruit-2', skus: [{ id: 'fruit-2', priceFen: 777, stock: 40 }] },
]

/** What is for sale: as any street's, but each deal runs on that evening. */
export function offersOf(seed: number): Offers {
  const dice = new Dice(seed, 'kills')
  const planned = planOffers(dice.apart('offers'), 30, 400)
  const { guiding, society } = planned
  const [, team] = planned.teams
  const [live] = planLives(dice.apart('lives'), { days: 7, steps: 400, goods: GOODS })
  if (!team || !live) throw new Error('A street without deals')
  const tiers = [{ people: 2, priceFen: 4001 }]
  const deal = { stock: 20, perMember: 3, from: 0 }
  return {
    ...planned,
    goods: GOODS,
    ladders: [
      {
        ...{ ...deal, id: LADDER, productId: 'grape-0', basePriceFen: 5000, tiers },
        ...{ belowFirstTier: 'sell-at-base', to: EVENING_MINUTES + 30 },
      },
    ],
    teams: [{ ...team, ...deal, people: 2, teamHours: 1, to: EVENING_MINUTES + 1440 }],
    lives: [{ ...live, id: LIVE, from: EVENING_MINUTES - 5, lasts: 30 }],
    guiding: {
      ...{ ...guiding, rule: 'last-guide-touch', days: 15, selfPurchase: false, freezeDays: 1 },
      shares: [
        { role: 'guide', bps: 1033 },
        { role: 'store', bps: 217 },
        { role: 'host', bps: 50 },
      ],
    },
    society: {
      ...society,
      points: {
        ...society.points,
        offset: { fenPerPoint: 1, maxBps: 5000, minPoints: 10 },
        mall: society.points.mall.map((item) => ({ ...item, points: 20 })),
      },
    },
  }
}

type Lines = readonly object[]

/** One line of a basket. */
export const of = (productId: string, quantity = 1, deal: object = {}): Lines => [
  { productId, skuId: productId, quantity, ...deal },
]

/** What an order takes, at the price that a quote tells. */
export async function placing(
  hands: Hands,
  who: string,
  lines: Lines,
  wish: object = { couponId: null },
) {
  const delivery = { kind: 'pick-up', storeId: 'store-01', name: who, phone: '13800000000' }
  const { receipt, context } = await hands.ask(who, 'orders.quote', {
    ...{ lines, delivery: 'pick-up', ...wish },
  })
  return {
    ...{ requestId: randomUUID(), lines, delivery, payableFen: receipt.payableFen },
    ...{ couponId: context.couponId, spendPoints: context.points?.spend ?? 0 },
  }
}

/** Places an order and opens its payment. */
export async function ordered(hands: Hands, who: string, lines: Lines): Promise<string> {
  const input = await placing(hands, who, lines)
  const { orderId } = await hands.ask(who, 'orders.place', input)
  await hands.ask(who, 'orders.pay', { orderId })
  return orderId
}

/** Places an order and pays it. */
export async function bought(hands: Hands, who: string, lines: Lines): Promise<string> {
  const orderId = await ordered(hands, who, lines)
  await hands.pay(orderId)
  return orderId
}

/** What hands an order out, by the code that its owner shows. */
export async function handingOut(hands: Hands, who: string, orderId: string) {
  const { order } = await hands.ask(who, 'orders.see', { orderId })
  const { code } = order.delivery as { code?: string }
  return { requestId: randomUUID(), code }
}

/** Opens the shop and lets some days pass, with which the evening has something to go on. */
export async function prelude(town: Town, offers: Offers): Promise<void> {
  await openShop(town, writtenShop(offers, START))
  const hands = new Hands(town)
  await hands.passTo(START, 10)
  for (const who of PEOPLE) {
    await hands.ask(who, 'members.join', { storeId: 'store-01' })
    await hands.ask(who, 'points.signIn', {})
  }
  const [place] = offers.guiding.guides
  if (!place) throw new Error('A street without guides')
  const invited = invitation({ do: 'take a place', place }, randomUUID())
  const { invitation: sent } = await hands.ask(KEEPER, 'guides.invite', invited.input)
  await hands.ask(GUIDE, 'guides.accept', { code: sent.code })
  const { links } = await hands.ask(GUIDE, 'attribution.share', {
    ...{ target: { kind: 'home' }, channels: ['chat'] },
  })
  const link = links.chat ?? ''
  await hands.ask('ann', 'attribution.open', { requestId: randomUUID(), link, scene: 1007 })
  for (const who of ['ann', 'bob']) {
    const orderId = await bought(hands, who, of('fruit-0', 3))
    const code = await handingOut(hands, who, orderId)
    await hands.ask(KEEPER, 'fulfilment.verify', code)
  }
  await hands.passTo(EVENING, 0)
}
