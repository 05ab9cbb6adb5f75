import { functionOf, type ActionName } from '@domain/functions'
import { actions, actionsWith, staffActions } from './action-lists'
import { expectNothingChanged } from './books'
import { brokenInputs, type Leeway } from './broken'
import { openSmallShop, type SmallShop } from './small-shop'
import { wishes } from './wishes'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

interface Told {
  readonly status: number
  readonly code?: string
  readonly bytes: number
}

/** Calls a function with a text as it stands, and tells what came back. */
async function send(openid: string, functionName: string, event: string): Promise<Told> {
  const answer = await fetch(`${small.shop.url}/_emulator/call/${functionName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: event,
  })
  const text = await answer.text()
  const { error } = JSON.parse(text) as { error?: { code: string } }
  return { status: answer.status, bytes: text.length, ...(error && { code: error.code }) }
}

const usual: Leeway = {
  optional: ['note', 'lines.dealId', 'lines.teamId', 'statuses', 'before', 'after', 'stage'],
  free: ['note', 'delivery.name', 'words', 'reason'],
  opaque: [],
}

/** What is the same word in two actions and not the same thing. */
const leeways: Partial<Record<ActionName, Partial<Leeway>>> = {
  'catalog.search': { optional: ['words', 'categoryId'] },
  'members.join': { optional: ['storeId'] },
  'members.profile': { optional: ['nickname'], free: ['nickname'] },
  'members.phone': { free: ['code'] },
  'attribution.open': { optional: ['scene'] },
  'attribution.assign': { nullable: ['guideId'] },
  'guides.accept': { free: ['code'] },
  'guides.invite': { free: ['name'] },
  'payouts.ask': { optional: ['amountFen'] },
  'aftersale.request': { emptiable: ['pictures'] },
  'live.stock': { signed: ['change'] },
  'events.record': { nullable: ['events.subject', 'events.liveId'] },
  'shopfile.import': { optional: ['pictures.a.webp'], opaque: ['file', 'pictures'] },
}

test('every action has a good wish to be tested with', () => {
  expect(Object.keys(wishes).sort()).toEqual([...actions].sort())
})

describe('bad input', () => {
  test.each(actions)('%s gives each broken input one clear refusal', async (name) => {
    const { openid, input } = await wishes[name](small)
    await expectNothingChanged(small.shop, async () => {
      const wrong: unknown[] = []
      for (const { what, text } of brokenInputs(input, { ...usual, ...leeways[name] })) {
        const event =
          text === 'undefined' ? `{"name":"${name}"}` : `{"name":"${name}","input":${text}}`
        const told = await send(openid, functionOf[name], event)
        const isClear = told.status === 400 && told.code === 'input_invalid' && told.bytes < 1000
        if (!isClear) wrong.push({ what, ...told })
      }
      expect(wrong).toEqual([])
    })
  })

  test.each([
    ['nothing', 'quantity', '0'],
    ['100 pieces of a line', 'quantity', '100'],
    ['more than a billion yuan', 'payableFen', '100000000001'],
    ['no line at all', 'lines', '[]'],
    ['an order id that is none', 'requestId', '"00000000-0000-0000-0000-00000000000"'],
  ])('orders.place refuses %s', async (_what, field, value) => {
    const { openid, input } = await wishes['orders.place'](small)
    const pattern = new RegExp(`"${field}":("[^"]*"|\\[.*?\\]|[^,}]+)`)
    const text = JSON.stringify(input).replace(pattern, `"${field}":${value}`)
    await expectNothingChanged(small.shop, async () => {
      const told = await send(openid, 'trade', `{"name":"orders.place","input":${text}}`)
      expect(told.code).toBe('input_invalid')
    })
  })

  test('a basket has at most twenty lines', async () => {
    const productId = await small.product()
    const lines = Array.from({ length: 21 }, () => small.line(productId))
    const refused = (count: number) =>
      small.shop.refusal('ann', 'orders.quote', {
        lines: lines.slice(0, count),
        delivery: 'pick-up',
      })
    expect(await refused(20)).toBeUndefined()
    expect(await refused(21)).toBe('input_invalid')
  })

  const names: unknown[] = [
    ...['', 'orders', 'orders.plac', 'orders.place ', 'ORDERS.PLACE', 'orders/place', 'main'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'.repeat(100_000)],
    ...[null, 7, true, [], ['orders.place'], {}, { $gt: '' }, undefined],
  ]
  test.each(['shop', 'trade', 'staff'])('%s knows no action of any other name', async (where) => {
    await expectNothingChanged(small.shop, async () => {
      for (const name of names) {
        const told = await send('ann', where, JSON.stringify({ name, input: {} }))
        expect({ name, ...told }).toMatchObject({ status: 400, code: 'action_unknown' })
        expect(told.bytes).toBeLessThan(500)
      }
    })
  })

  test('an action is answered by its own function only', async () => {
    for (const name of actions) {
      const others = ['shop', 'trade', 'staff'].filter((where) => where !== functionOf[name])
      for (const where of others) {
        const told = await send('keeper', where, JSON.stringify({ name, input: {} }))
        expect({ name, where, code: told.code }).toEqual({ name, where, code: 'action_unknown' })
      }
    }
  })
})

/** What a phone asks for news of tells how often it was written. */
const polled: readonly ActionName[] = ['live.see', 'live.room', 'lottery.see']

/** What the shop answers a shopper tells nothing of its insides and of other members. */
function expectDiscreet(name: ActionName, openid: string, told: string): void {
  const insides = /"(memberId|holds|todo|todoAt|requests|joinKey|returned)":/
  expect(insides.exec(told)).toBeNull()
  if (!polled.includes(name)) expect(told).not.toContain('"rev":')
  const members = told.match(/"neighbour-\d+"/g) ?? []
  expect(members.filter((member) => member !== `"${openid}"`)).toEqual([])
}

describe('works', () => {
  test.each(actions)(
    '%s answers a good wish, and keeps to itself what is not the shopper’s',
    async (name) => {
      const { openid, input } = await wishes[name](small)
      const answer = await small.shop.call(openid, name, input)
      expect(answer).toEqual({ result: expect.anything() as unknown, now: await small.shop.now() })
      if (!staffActions.includes(name)) expectDiscreet(name, openid, JSON.stringify(answer))
    },
  )
})

describe('stranger', () => {
  test.each(actionsWith.orderId)('%s knows no order of somebody else', async (name) => {
    const { input } = await wishes[name](small)
    const nowhere = { ...input, orderId: 'f'.repeat(28) }
    await expectNothingChanged(small.shop, async () => {
      const foreign = await small.shop.call('stranger', name, input)
      const unknown = await small.shop.call('stranger', name, nowhere as never)
      expect(foreign).toMatchObject({ error: { code: 'order_unknown' } })
      expect(foreign).toEqual(unknown)
    })
  })

  test('a list holds the own orders only', async () => {
    const { openid } = await wishes['orders.see'](small)
    await wishes['orders.see'](small)
    expect((await small.shop.ask(openid, 'orders.list', {})).orders).toHaveLength(1)
    expect((await small.shop.ask('stranger', 'orders.list', {})).orders).toEqual([])
  })

  test.each(staffActions)(
    '%s is for staff, whatever the caller says of themselves',
    async (name) => {
      const { input } = await wishes[name](small)
      const put = (openid: string, role: string) =>
        small.shop.control('PUT', `collections/staff/${openid}`, { role })
      await put('packer', 'packer')
      await expectNothingChanged(small.shop, async () => {
        for (const openid of ['ann', 'packer', 'Keeper', 'keeper-']) {
          const claims = { openid: 'keeper', OPENID: 'keeper', userInfo: { openId: 'keeper' } }
          const event = JSON.stringify({ name, input, ...claims })
          expect(await send(openid, 'staff', event)).toMatchObject({ code: 'role_missing' })
        }
      })
      await put('second-keeper', 'operator')
      expect(await small.shop.call('second-keeper', name, input as never)).toHaveProperty('result')
    },
  )

  test('who claims in the wish to be somebody else stays who they are', async () => {
    const { openid, input } = await wishes['orders.see'](small)
    const claims = { openid, OPENID: openid, userInfo: { openId: openid }, FROM_OPENID: openid }
    const event = JSON.stringify({ name: 'orders.see', input, ...claims })
    expect(await send('stranger', 'trade', event)).toMatchObject({ code: 'order_unknown' })
  })

  test.each(actions)('%s asks nobody in who has no name', async (name: ActionName) => {
    const answer = await fetch(`${small.shop.url}/_emulator/call/${functionOf[name]}`, {
      method: 'POST',
      body: JSON.stringify({ name, input: {} }),
    })
    expect(answer.status).toBe(401)
  })
})
