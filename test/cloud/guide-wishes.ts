/** One good wish for every action about guides, links and commission. */
import { randomUUID } from 'node:crypto'
import type { IncomeRowKey } from '@domain/commission/entry'
import type { ActionName } from '@domain/functions'
import type { GuideId, LiveId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { earning, guide, inviting, linkOf, sale, shareCommission } from './guide-shop'
import type { SmallShop } from './small-shop'
import type { Wish } from './wishes'

type Of<Feature extends string> = Extract<ActionName, `${Feature}.${string}`>
type GuideAction = Of<'attribution' | 'guides' | 'commission' | 'payouts'>
type GuideWishes = {
  readonly [Name in GuideAction]: (small: SmallShop) => Promise<Wish<Name>>
}

const home = { kind: 'home' } as const

const ofGuide = async <Input>(small: SmallShop, input: Input) => ({
  openid: (await guide(small)).openid,
  input,
})

/** A guide of whom there is something to see. */
const ofEarner = async <Input>(small: SmallShop, input: Input) => ({
  openid: (await earning(small)).openid,
  input,
})

export const guideWishes: GuideWishes = {
  'attribution.share': (small) => ofGuide(small, { target: home, channels: ['chat', 'poster'] }),
  'attribution.open': async (small) => {
    const link = await linkOf(small, (await guide(small)).openid)
    return { openid: small.neighbour(), input: { requestId: randomUUID(), link, scene: 1007 } }
  },
  'attribution.poster': (small) => ofGuide(small, { target: home }),
  'attribution.code': async (small) => {
    const { openid } = await guide(small)
    return { openid, input: { link: await linkOf(small, openid, home, 'code') } }
  },
  'attribution.explain': async (small) => {
    const { openid, orderId } = await sale(small)
    return { openid, input: { orderId } }
  },
  'attribution.see': async (small) => {
    const { orderId } = await sale(small)
    return { openid: 'keeper', input: { orderId } }
  },
  'attribution.assign': async (small) => {
    const [{ orderId }, { guideId }] = [await sale(small), await guide(small)]
    const input = { requestId: randomUUID(), orderId, guideId, reason: '顾客说是她介绍的' }
    return { openid: 'keeper', input }
  },
  'attribution.bind': async (small) => {
    const [{ orderId }, { guideId }] = [await sale(small), await guide(small)]
    const input = { requestId: randomUUID(), orderId, guideId, days: 30, reason: '老顾客' }
    return { openid: 'keeper', input }
  },
  'attribution.replay': async (small) => {
    await sale(small)
    const rule = { kind: 'first-touch' as const, days: 30, selfPurchase: false }
    const until = ((await small.shop.now()) + 1) as Instant
    return { openid: 'keeper', input: { rule, from: 0 as Instant, until } }
  },
  'guides.accept': async (small) => {
    const { invitation } = await small.shop.ask('keeper', 'guides.invite', inviting())
    return { openid: small.neighbour(), input: { code: invitation.code } }
  },
  'guides.desk': (small) => ofEarner(small, {}),
  'guides.trend': (small) => ofEarner(small, { days: 7 as const }),
  'guides.customers': async (small) => {
    const before = ((await small.shop.now()) + 1) as Instant
    return ofEarner(small, { tab: 'all' as const, before })
  },
  'guides.material': (small) => ofGuide(small, {}),
  'guides.ranking': (small) => ofEarner(small, {}),
  'guides.invite': () => Promise.resolve({ openid: 'keeper', input: inviting() }),
  'guides.list': async (small) => {
    await guide(small)
    return { openid: 'keeper', input: {} }
  },
  'guides.activate': async (small) => {
    const { guideId } = await guide(small)
    const input = { requestId: randomUUID(), guideId, isActive: false, reason: '离职了' }
    return { openid: 'keeper', input }
  },
  'commission.list': async (small) => {
    const payableAt = ((await small.shop.now()) + 1) as Instant
    const row = '000000000000000.order.guide' as IncomeRowKey
    return ofEarner(small, { stage: 'payable' as const, before: { row, payableAt } })
  },
  'commission.see': async (small) => {
    await shareCommission(small)
    const { openid, orderId } = await sale(small)
    return { openid, input: { orderId } }
  },
  'commission.overview': async (small) => {
    await earning(small)
    return { openid: 'keeper', input: {} }
  },
  'payouts.ask': (small) => ofEarner(small, { requestId: randomUUID(), amountFen: 500 as Fen }),
  'payouts.check': async (small) => {
    const { openid } = await earning(small)
    const wish = { requestId: randomUUID(), amountFen: 500 as Fen }
    const { payout } = await small.shop.ask(openid, 'payouts.ask', wish)
    return { openid, input: { payoutId: payout.id } }
  },
  'payouts.list': async (small) => {
    const before = ((await small.shop.now()) + 1) as Instant
    return ofEarner(small, { before })
  },
}

/** A live session that runs, hosted by a guide of the shop file. */
export async function session(small: SmallShop, host?: GuideId): Promise<LiveId> {
  const id = small.fresh('live') as LiveId
  const productId = (await small.product()) as never
  const products = [{ productId, role: 'main' as const, livePriceFen: 900 as Fen }]
  const usual = { title: '周末直播', startsAt: '-10m', lastsMinutes: 120, products }
  small.file.live = [...(small.file.live ?? []), { id, ...usual, ...(host && { host }) }]
  await small.renew()
  await small.shop.ask('keeper', 'live.start', { requestId: randomUUID(), liveId: id })
  return id
}
