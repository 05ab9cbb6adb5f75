/** 操作记录: whatever staff change leaves one entry that says who, when and what. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { AuditEntry } from '@domain/audit/audit'
import type { ActionName } from '@domain/functions'
import type { Instant } from '@domain/time'
import { staffActions } from './action-lists'
import { everything, expectNothingChanged } from './books'
import { guide } from './guide-shop'
import { plannedLive } from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'
import { wishes } from './wishes'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const entriesNow = () => small.shop.documents<AuditEntry>('audit_entries')

/** All documents but the record itself. */
async function books() {
  const { audit_entries: _record, ...rest } = await everything(small.shop)
  return rest
}

/** What one call does: whether it changed anything, and what the record says of it. */
async function doneBy(act: () => Promise<unknown>) {
  const [before, known] = [await books(), await entriesNow()]
  expect(await act()).toHaveProperty('result')
  const ids = new Set(known.map(({ _id }) => _id))
  const noted = (await entriesNow()).filter(({ _id }) => !ids.has(_id))
  return { hasWritten: !isDeepStrictEqual(await books(), before), noted }
}

/** What is written into the storage alone, where this test does not look. */
const unseen: readonly ActionName[] = ['members.storeCode']

/** Under which name an action is noted, where that is not its own. */
const notedAs: Partial<Record<ActionName, ActionName>> = { 'live.review': 'live.recount' }

test.each(staffActions)('%s is noted once if it changes anything, and else not', async (name) => {
  const { openid, input } = await wishes[name](small)
  const ask = () => small.shop.call(openid, name, input)
  const { hasWritten, noted } = await doneBy(ask)
  const action = notedAs[name] ?? name
  const told = noted.map((entry) => [entry.action, entry.by, entry.subject !== ''])
  const isNoted = hasWritten || unseen.includes(name)
  expect(told).toEqual(isNoted ? [[action, 'keeper', true]] : [])
  await expectNothingChanged(small.shop, async () => {
    expect(await ask()).toHaveProperty('result')
  })
})

test('what is refused is not noted', async () => {
  const { openid, input } = await wishes['fulfilment.ship'](small)
  await small.shop.ask(openid, 'fulfilment.ship', input)
  await expectNothingChanged(small.shop, async () => {
    const again = { ...input, requestId: randomUUID() }
    expect(await small.shop.refusal('keeper', 'fulfilment.ship', again)).toBe('order_cannot')
  })
})

test('a request id that stood for another wish is refused, whatever it was about', async () => {
  const [one, other] = [
    await wishes['fulfilment.ship'](small),
    await wishes['aftersale.answer'](small),
  ]
  await small.shop.ask('keeper', 'fulfilment.ship', one.input)
  const { requestId } = one.input
  await expectNothingChanged(small.shop, async () => {
    const wish = { ...other.input, requestId }
    expect(await small.shop.refusal('keeper', 'aftersale.answer', wish)).toBe('request_reused')
  })
})

test('an import is noted each time that it brings something else, also when it goes back', async () => {
  const imports = async () => {
    const noted = await entriesNow()
    return noted.filter(({ action }) => action === 'shopfile.import').length
  }
  const before = await imports()
  await small.product()
  await small.renew()
  await small.renew()
  expect(await imports()).toBe(before + 1)
  const last = small.file.products.pop()
  await small.renew()
  if (last) small.file.products.push(last)
  await small.renew()
  expect(await imports()).toBe(before + 3)
})

describe('the record, as an operator reads it', () => {
  test('names who did it, and tells nobody’s openid', async () => {
    const working = await guide(small, { name: '小李' })
    await small.shop.control('PUT', `collections/staff/${working.openid}`, { role: 'operator' })
    await small.shop.ask('namer', 'members.profile', { nickname: '店长' })
    await small.shop.control('PUT', 'collections/staff/namer', { role: 'operator' })
    const live = await plannedLive(small)
    for (const openid of [working.openid, 'namer', 'keeper']) {
      const posters = { liveId: live.liveId, daysBefore: 3, posters: 2 }
      await small.shop.ask(openid, 'live.warmUp', { requestId: randomUUID(), ...posters })
    }
    const { entries } = await small.shop.ask('keeper', 'audit.list', {})
    const who = entries.filter(({ action }) => action === 'live.warmUp').map((entry) => entry.who)
    expect(new Set(who)).toEqual(new Set(['小李', '店长', null]))
    const text = JSON.stringify(entries)
    for (const openid of [working.openid, 'namer', 'keeper'])
      expect(text).not.toContain(`"${openid}"`)
  })

  test('comes page by page, the newest first, and nothing is left out or told twice', async () => {
    const now = await small.shop.now()
    const entry = (place: number) => ({
      ...{ _id: `old-${String(place).padStart(3, '0')}`, by: 'keeper', action: 'live.note' },
      ...{ subject: 'live-0', reason: '', wish: 'w', before: {}, after: { place } },
      // Seven at each moment, so that pages end in the middle of one.
      at: now - 1_000_000 - Math.floor(place / 7) * 1000,
    })
    const many = Array.from({ length: 180 }, (_, place) => entry(place))
    await small.shop.control('POST', 'collections/audit_entries', many)
    const read: { _id: string; at: Instant }[] = []
    for (let before: Instant | undefined; ; before = read.at(-1)?.at) {
      const wish = before === undefined ? {} : { before }
      const { entries, more } = await small.shop.ask('keeper', 'audit.list', wish)
      read.push(...entries)
      if (!more) break
    }
    expect(read.map(({ at }) => at)).toEqual(
      read.map(({ at }) => at).sort((one, other) => other - one),
    )
    expect(read.map(({ _id }) => _id).sort()).toEqual(
      (await entriesNow()).map(({ _id }) => _id).sort(),
    )
  })
})
