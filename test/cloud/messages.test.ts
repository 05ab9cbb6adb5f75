/** 消息钱包: one consent is one message, spent before it goes. */
import { randomUUID } from 'node:crypto'
import type { SaleId } from '@domain/ids'
import type { Message } from '@domain/messages/message'
import type { MessageKind, MessageWallet } from '@domain/messages/wallet'
import type { Instant } from '@domain/time'
import { approve, askBack, receive, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  const wallets = await small.shop.documents<MessageWallet>('wallets')
  const counts = wallets.flatMap(({ allowed }) => Object.values(allowed))
  expect(counts.filter((count) => count < 0)).toEqual([])
})
afterAll(() => small.shop.close())

interface Delivered {
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

const inbox = (openid: string) =>
  small.shop.control<Delivered[]>('GET', `messages?openid=${openid}`)

const outbox = (openid: string) => small.shop.documents<Message>('messages', { memberId: openid })

const templates: Partial<Record<MessageKind, string>> = {
  flashStart: 'flash-start',
  orderShipped: 'order-shipped',
  refundSent: 'refund-sent',
  teamFormed: 'team-formed',
}

/** A tap on 允许 for some kinds: WeChat knows of it, and the phone tells the shop. */
async function allow(openid: string, ...kinds: MessageKind[]): Promise<void> {
  for (const kind of kinds) {
    const consent = { openid, templateId: templates[kind], count: 1 }
    await small.shop.control('POST', 'messages/consents', consent)
  }
  await small.shop.ask(openid, 'messages.consent', { requestId: randomUUID(), kinds })
}

async function allowed(openid: string) {
  const { lines } = await small.shop.ask(openid, 'messages.see', {})
  return Object.fromEntries(lines.map(({ kind, allowed: count }) => [kind, count]))
}

describe('the wallet', () => {
  test('shows every kind for which the shop has a template', async () => {
    const { lines } = await small.shop.ask('passer-by', 'messages.see', {})
    expect(lines).toContainEqual({ kind: 'flashStart', templateId: 'flash-start', allowed: 0 })
    expect(lines.map(({ kind }) => kind)).not.toContain('pointsExpiring')
  })

  test('counts consents for what the shop sends, and no others', async () => {
    const ann = small.neighbour()
    const kinds = ['flashStart', 'pointsExpiring'] as const
    await small.shop.ask(ann, 'messages.consent', { requestId: randomUUID(), kinds: [...kinds] })
    const [wallet] = await small.shop.documents<MessageWallet>('wallets', { _id: ann })
    expect(wallet?.allowed).toEqual({ flashStart: 1 })
  })

  test('counts a tap once, and twenty at the same time are twenty', async () => {
    const ann = small.neighbour()
    const consent = () => ({ requestId: randomUUID(), kinds: ['flashStart' as const] })
    const one = consent()
    const tell = (wish: typeof one) => small.shop.call(ann, 'messages.consent', wish)
    for (let tries = 0; tries < 3; tries += 1) await tell(one)
    expect(await allowed(ann)).toMatchObject({ flashStart: 1 })
    let left = Array.from({ length: 20 }, consent)
    while (left.length > 0) {
      const told = await Promise.all(left.map(tell))
      left = left.filter((_, index) => 'error' in (told[index] ?? {}))
    }
    expect(await allowed(ann)).toMatchObject({ flashStart: 21 })
  })
})

describe('a parcel that was sent', () => {
  async function parcelOf(openid: string) {
    const orderId = await small.buySent(openid, small.line(await small.product()))
    await ship(small, orderId, 'SF10000077')
    return orderId
  }

  test('is told to who allows it, with its number, and takes one consent', async () => {
    const ann = small.neighbour()
    await allow(ann, 'orderShipped')
    await allow(ann, 'orderShipped')
    const orderId = await parcelOf(ann)
    await small.minutes(2)
    const [message, ...others] = await inbox(ann)
    expect(others).toEqual([])
    expect(message).toMatchObject({
      templateId: 'order-shipped',
      page: `pages/orders/order/index?orderId=${orderId}`,
      data: { character_string2: { value: 'SF10000077' } },
    })
    expect(await allowed(ann)).toMatchObject({ orderShipped: 1 })
  })

  test('is not told to who does not, and leaves nothing in the outbox', async () => {
    const ann = small.neighbour()
    await allow(ann, 'refundSent')
    const orderId = await parcelOf(ann)
    await small.minutes(2)
    expect(await inbox(ann)).toEqual([])
    expect(await outbox(ann)).toEqual([])
    expect((await small.order(orderId)).todo).toEqual([])
  })
})

test('money that went back is told once, after it did', async () => {
  const ann = small.neighbour()
  await allow(ann, 'refundSent')
  await allow(ann, 'refundSent')
  const orderId = await small.buySent(ann, small.line(await small.product({ priceFen: 1250 }), 2))
  await ship(small, orderId)
  await receive(small, ann, orderId)
  await approve(small, orderId, await askBack(small, ann, orderId, [0, 1]))
  expect(await inbox(ann)).toEqual([])
  await small.minutes(4)
  expect(await inbox(ann)).toMatchObject([
    { templateId: 'refund-sent', data: { amount2: { value: '12.50元' } } },
  ])
  expect(await allowed(ann)).toMatchObject({ refundSent: 1 })
})

test('all members of a team hear that it is complete, once each', async () => {
  const goal = await small.team({ people: 3 })
  const [ann, bo, cai] = small.neighbours(3) as [string, string, string]
  await allow(ann, 'teamFormed')
  await allow(cai, 'teamFormed')
  const first = await small.buy(ann, small.joining(goal))
  const { _id } = await small.teamOf(first)
  await small.buy(bo, small.joining(goal, 1, _id))
  await small.minutes(2)
  expect(await inbox(ann)).toEqual([])
  await small.buy(cai, small.joining(goal, 1, _id))
  await small.minutes(3)
  for (const openid of [ann, cai]) {
    expect(await inbox(openid)).toMatchObject([{ templateId: 'team-formed' }])
  }
  expect(await inbox(bo)).toEqual([])
})

describe('what can’t be sent', () => {
  async function reminded(openid: string) {
    const { saleId } = await small.flash({ startsAt: '+20m', endsAt: '+1h' })
    const [session] = await small.sessions(saleId)
    const startsAt = session?.startsAt ?? (0 as Instant)
    await small.shop.ask(openid, 'flashsale.remind', { saleId: saleId as SaleId, startsAt })
    return startsAt
  }

  test('for want of a consent stays, with the reason', async () => {
    const ann = small.neighbour()
    await small.shop.passTo(await reminded(ann))
    expect(await outbox(ann)).toMatchObject([{ dueAt: null, trouble: 'no-consent' }])
  })

  test('because WeChat knows of no consent empties the wallet', async () => {
    const ann = small.neighbour()
    for (let tap = 0; tap < 3; tap += 1) {
      const consent = { requestId: randomUUID(), kinds: ['flashStart' as const] }
      await small.shop.ask(ann, 'messages.consent', consent)
    }
    await small.shop.passTo(await reminded(ann))
    expect(await outbox(ann)).toMatchObject([{ trouble: '43101' }])
    expect(await allowed(ann)).toMatchObject({ flashStart: 0 })
  })

  test('because the shop has no template any more is let go', async () => {
    const ann = small.neighbour()
    await allow(ann, 'flashStart')
    const startsAt = await reminded(ann)
    const { messageTemplates } = small.file
    small.file.messageTemplates = {}
    await small.renew()
    await small.shop.passTo(startsAt)
    expect(await outbox(ann)).toMatchObject([{ trouble: 'no-template' }])
    small.file.messageTemplates = messageTemplates
    await small.renew()
    expect(await allowed(ann)).toMatchObject({ flashStart: 1 })
  })
})

test('ten messages for three consents send three, whatever befalls the timer', async () => {
  const ann = small.neighbour()
  for (let tap = 0; tap < 3; tap += 1) await allow(ann, 'flashStart')
  for (let sale = 0; sale < 10; sale += 1) {
    const { saleId } = await small.flash({ startsAt: '+6m', endsAt: '+1h' })
    const [session] = await small.sessions(saleId)
    const startsAt = session?.startsAt ?? (0 as Instant)
    await small.shop.ask(ann, 'flashsale.remind', { saleId: saleId as SaleId, startsAt })
  }
  const rates = { 'database.duplicate': 0.1, 'database.before': 0.1, 'database.conflict': 0.1 }
  await small.shop.control('POST', 'faults', { seed: 5, rates })
  await small.minutes(8)
  await small.shop.control('POST', 'faults', {})
  await small.minutes(2)
  const sent = await inbox(ann)
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.length).toBeLessThanOrEqual(3)
  expect((await outbox(ann)).filter(({ dueAt }) => dueAt !== null)).toEqual([])
})

test('the outbox forgets what went a month ago, and no wallet loses a count by it', async () => {
  const [ann, bo] = [small.neighbour(), small.neighbour()]
  await allow(ann, 'orderShipped')
  await allow(ann, 'orderShipped')
  await allow(bo, 'refundSent')
  await ship(small, await small.buySent(ann, small.line(await small.product())))
  await small.minutes(2)
  const later = await small.flash({ startsAt: '+50d', endsAt: '+51d' })
  const [session] = await small.sessions(later.saleId)
  const startsAt = session?.startsAt ?? (0 as Instant)
  await small.shop.ask(bo, 'flashsale.remind', { saleId: later.saleId as SaleId, startsAt })
  const told = async (openid: string) => (await outbox(openid)).map(({ kind }) => kind)
  expect(await told(ann)).toEqual(['orderShipped'])

  await small.shop.pass('30 days')
  await small.minutes(2)
  expect(await told(ann)).toEqual(['orderShipped'])
  await small.shop.pass('1 day')
  await small.minutes(2)
  expect(await told(ann)).toEqual([])
  expect(await told(bo)).toEqual(['flashStart'])
  expect(await allowed(ann)).toMatchObject({ orderShipped: 1 })
  expect(await allowed(bo)).toMatchObject({ refundSent: 1 })
})
