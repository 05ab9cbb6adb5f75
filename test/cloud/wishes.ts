/** One good wish for every action of the shop, made anew for each test. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { ActionName } from '@domain/functions'
import type { DealId, FileId, Id, OrderId, ProductId, SaleId, StoreId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { answering, codeOf, request, ship } from './counter'
import { guideWishes } from './guide-wishes'
import { liveWishes } from './live-wishes'
import { lotteryWishes } from './lottery-wishes'
import { givePoints, mallCoupon, mallProduct, memberWith } from './points-shop'
import type { SmallShop } from './small-shop'

/** Who wishes what. */
export interface Wish<Name extends ActionName> {
  readonly openid: string
  readonly input: InputOf<Name>
}

type Wishes = { readonly [Name in ActionName]: (small: SmallShop) => Promise<Wish<Name>> }

/** A new action without a wish does not compile, and the first test of the table fails. */
export const wishes: Wishes = {
  'catalog.home': (small) => Promise.resolve({ openid: small.neighbour(), input: {} }),
  'catalog.see': async (small) => {
    const productId = (await small.product()) as ProductId
    return { openid: small.neighbour(), input: { productId } }
  },
  'catalog.search': async (small) => {
    const words = await small.product()
    const where = { words, categoryId: 'fruit' as never, sort: 'cheapest' as const, skip: 0 }
    return { openid: small.neighbour(), input: where }
  },
  'cart.see': async (small) => ({ openid: (await filledCart(small)).openid, input: {} }),
  'cart.add': async (small) => {
    const lines = [small.line(await small.product(), 2)]
    return { openid: small.neighbour(), input: { requestId: randomUUID(), lines } }
  },
  'cart.set': async (small) => {
    const { openid, productId } = await filledCart(small)
    return { openid, input: { lines: [small.line(productId, 3)] } }
  },
  'teams.offer': async (small) => {
    const { dealId } = await small.team()
    return { openid: small.neighbour(), input: { dealId: dealId as DealId } }
  },
  'teams.see': async (small) => {
    const { teamId } = await openTeam(small)
    return { openid: small.neighbour(), input: { teamId } }
  },
  'flashsale.see': async (small) => {
    await small.flash()
    return { openid: small.neighbour(), input: {} }
  },
  'flashsale.remind': async (small) => {
    const { saleId } = await small.flash({ startsAt: '+1h', endsAt: '+2h' })
    const [session] = await small.sessions(saleId)
    const startsAt = session?.startsAt ?? (0 as Instant)
    return { openid: small.neighbour(), input: { saleId: saleId as SaleId, startsAt } }
  },
  'groupbuy.see': async (small) => {
    const { dealId } = await small.ladder()
    return { openid: small.neighbour(), input: { dealId: dealId as DealId } }
  },
  'groupbuy.statement': async (small) => {
    const { dealId } = await small.ladder({ endsAt: '+1m' })
    await small.minutes(4)
    return { openid: small.neighbour(), input: { dealId: dealId as DealId, page: 0 } }
  },
  'coupons.center': async (small) => {
    await small.coupon()
    return { openid: small.neighbour(), input: {} }
  },
  'coupons.claim': async (small) => {
    const templateId = await small.coupon()
    return { openid: small.neighbour(), input: { requestId: randomUUID(), templateId } }
  },
  'coupons.list': async (small) => {
    const openid = small.neighbour()
    await small.claim(openid, await small.coupon())
    return { openid, input: { tab: 'usable', before: 1 as Instant } }
  },
  'members.see': (small) => Promise.resolve({ openid: small.neighbour(), input: {} }),
  'members.join': (small) => {
    const input = { storeId: 'store-01' as StoreId }
    return Promise.resolve({ openid: small.neighbour(), input })
  },
  'members.profile': (small) => {
    return Promise.resolve({ openid: small.neighbour(), input: { nickname: '安安' } })
  },
  'members.phone': async (small) => {
    const openid = small.neighbour()
    const code = await small.shop.control<{ code: string }>('POST', 'phone-codes', { openid })
    return { openid, input: { requestId: randomUUID(), ...code } }
  },
  'members.levels': (small) => Promise.resolve({ openid: small.neighbour(), input: {} }),
  'members.storeCode': () => {
    return Promise.resolve({ openid: 'keeper', input: { storeId: 'store-01' as StoreId } })
  },
  'points.see': async (small) => {
    await givePoints(small)
    return { openid: await memberWith(small, 5), input: { before: 2 } }
  },
  'points.signs': async (small) => {
    const openid = small.neighbour()
    await small.shop.ask(openid, 'points.signIn', {})
    return { openid, input: { month: '2027-03' } }
  },
  'points.signIn': async (small) => {
    await givePoints(small)
    return { openid: small.neighbour(), input: {} }
  },
  'points.mall': async (small) => {
    await mallCoupon(small)
    await mallProduct(small)
    return { openid: await memberWith(small, 5), input: {} }
  },
  'points.redeem': async (small) => {
    const itemId = (await mallCoupon(small)) as Id<'mall-item'>
    const openid = await memberWith(small, 25)
    return { openid, input: { requestId: randomUUID(), itemId } }
  },
  'messages.see': (small) => Promise.resolve({ openid: small.neighbour(), input: {} }),
  'messages.consent': (small) => {
    const input = { requestId: randomUUID(), kinds: ['flashStart' as const, 'refundSent' as const] }
    return Promise.resolve({ openid: small.neighbour(), input })
  },
  'orders.quote': async (small) => {
    const { goal, teamId } = await openTeam(small)
    const lines = [small.joining(goal, 1, teamId)]
    return { openid: small.neighbour(), input: { lines, delivery: 'courier' } }
  },
  'orders.place': async (small) => {
    const openid = small.neighbour()
    const placing = await small.shop.placing(openid, [small.joining(await small.ladder())])
    return { openid, input: { ...placing, note: '放门口' } }
  },
  'orders.pay': unpaidOrder,
  'orders.checkPayment': unpaidOrder,
  'orders.see': unpaidOrder,
  'orders.list': async (small) => {
    const { openid } = await unpaidOrder(small)
    const before = ((await small.shop.now()) + 1) as Instant
    return { openid, input: { statuses: ['unpaid'], before } }
  },
  'orders.cancel': async (small) => withRequest(await unpaidOrder(small)),
  'orders.refund': async (small) => withRequest(await paidOrder(small)),
  'orders.receive': async (small) => {
    const { openid, input } = await parcel(small)
    await ship(small, input.orderId)
    return withRequest({ openid, input })
  },
  'aftersale.request': async (small) => {
    const { openid, input } = await parcel(small)
    const pictures = ['cloud://jutuan-local.files/after-sale/a-1.jpg' as FileId]
    return { openid, input: { ...request(input.orderId, [[0, 1]]), pictures } }
  },
  'aftersale.withdraw': async (small) => {
    const { openid, orderId } = await askedBack(small)
    return { openid, input: { requestId: randomUUID(), orderId, no: 1 } }
  },
  'aftersale.answer': async (small) => {
    const { orderId } = await askedBack(small)
    return { openid: 'keeper', input: { ...answering(orderId, 1), words: '好的' } }
  },
  'aftersale.list': async (small) => {
    const { orderId } = await askedBack(small)
    await small.shop.ask('keeper', 'aftersale.answer', answering(orderId, 1))
    const before = ((await small.shop.now()) + 1) as Instant
    return { openid: 'keeper', input: { before } }
  },
  'fulfilment.desk': () => Promise.resolve({ openid: 'keeper', input: {} }),
  'fulfilment.list': async (small) => {
    await parcel(small)
    return { openid: 'keeper', input: { queue: 'ship', after: 1 as Instant } }
  },
  'fulfilment.see': async (small) => {
    const { input } = await shelfOrder(small)
    return { openid: 'keeper', input }
  },
  'fulfilment.ship': async (small) => {
    const { input } = await parcel(small)
    const sent = { requestId: randomUUID(), company: 'SF' as const, number: 'SF10000001' }
    return { openid: 'keeper', input: { ...input, ...sent } }
  },
  'fulfilment.find': async (small) => {
    const { input } = await shelfOrder(small)
    return { openid: 'keeper', input: { code: await codeOf(small, input.orderId) } }
  },
  'fulfilment.verify': async (small) => {
    const { input } = await shelfOrder(small)
    const code = await codeOf(small, input.orderId)
    return { openid: 'keeper', input: { requestId: randomUUID(), code } }
  },
  ...guideWishes,
  ...liveWishes,
  ...lotteryWishes,
  'groupbuy.watch': () => Promise.resolve({ openid: 'keeper', input: {} }),
  'shopfile.import': (small) => {
    const pictures = { 'a.webp': 'cloud://jutuan-local.files/a.webp' }
    return Promise.resolve({ openid: 'keeper', input: { file: small.file, pictures } })
  },
}

interface OwnOrder {
  readonly openid: string
  readonly input: { readonly orderId: OrderId }
}

async function unpaidOrder(small: SmallShop): Promise<OwnOrder> {
  const openid = small.neighbour()
  const orderId = await small.place(openid, small.joining(await small.ladder()))
  return { openid, input: { orderId } }
}

async function paidOrder(small: SmallShop): Promise<OwnOrder> {
  const openid = small.neighbour()
  const orderId = await small.buy(openid, small.joining(await small.ladder()))
  return { openid, input: { orderId } }
}

/** Paid, from the shelf, to be picked up. */
async function shelfOrder(small: SmallShop): Promise<OwnOrder> {
  const openid = small.neighbour()
  const orderId = await small.buy(openid, small.line(await small.product(), 2))
  return { openid, input: { orderId } }
}

/** Paid, from the shelf, to be sent. */
async function parcel(small: SmallShop): Promise<OwnOrder> {
  const openid = small.neighbour()
  const orderId = await small.buySent(openid, small.line(await small.product(), 2))
  return { openid, input: { orderId } }
}

async function askedBack(small: SmallShop): Promise<{ openid: string; orderId: OrderId }> {
  const { openid, input } = await parcel(small)
  await small.shop.ask(openid, 'aftersale.request', request(input.orderId, [[0, 1]]))
  return { openid, orderId: input.orderId }
}

async function filledCart(small: SmallShop): Promise<{ openid: string; productId: string }> {
  const [openid, productId] = [small.neighbour(), await small.product()]
  const wish = { requestId: randomUUID(), lines: [small.line(productId)] }
  await small.shop.ask(openid, 'cart.add', wish)
  return { openid, productId }
}

async function openTeam(small: SmallShop) {
  const goal = await small.team()
  const orderId = await small.buy(small.neighbour(), small.joining(goal))
  const { _id } = await small.teamOf(orderId)
  return { goal, teamId: _id }
}

const withRequest = ({ openid, input }: OwnOrder) => ({
  openid,
  input: { ...input, requestId: randomUUID() },
})
