/** One good wish for every action of the shop, made anew for each test. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import { functionOf, type ActionName } from '@domain/functions'
import type { DealId, OrderId, ProductId } from '@domain/ids'
import type { Instant } from '@domain/time'
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
  'groupbuy.see': async (small) => {
    const { dealId } = await small.ladder()
    return { openid: small.neighbour(), input: { dealId: dealId as DealId } }
  },
  'groupbuy.statement': async (small) => {
    const { dealId } = await small.ladder({ endsAt: '+1m' })
    await small.minutes(4)
    return { openid: small.neighbour(), input: { dealId: dealId as DealId, page: 0 } }
  },
  'orders.quote': async (small) => {
    const line = small.joining(await small.ladder())
    return { openid: small.neighbour(), input: { lines: [line] } }
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
    const before = (await small.shop.now()) + 1
    return { openid, input: { status: 'unpaid' as const, before: before as Instant } }
  },
  'orders.cancel': async (small) => withRequest(await unpaidOrder(small)),
  'orders.refund': async (small) => withRequest(await paidOrder(small)),
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

const withRequest = ({ openid, input }: OwnOrder) => ({
  openid,
  input: { ...input, requestId: randomUUID() },
})

/** Every action there is. */
export const actions = Object.keys(functionOf) as ActionName[]

/** The actions whose wish has a certain field. */
export const actionsWith = {
  orderId: [
    'orders.pay',
    'orders.checkPayment',
    'orders.see',
    'orders.cancel',
    'orders.refund',
  ] as const,
  requestId: ['orders.place', 'orders.cancel', 'orders.refund'] as const,
}

/** The actions that only staff may ask for. */
export const staffActions = actions.filter((name) => functionOf[name] === 'staff')
