/** What is dear to the shop, and who asks for it again and again. */
import { hourly } from '@domain/limits/hourly'
import type { FileId } from '@domain/ids'
import { randomUUID } from 'node:crypto'
import { expectNothingChanged } from './books'
import { guide, linkOf } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

async function sharer() {
  const { openid } = await guide(small)
  const link = await linkOf(small, openid, { kind: 'home' }, 'code')
  return { openid, draw: () => small.shop.call(openid, 'attribution.code', { link }) }
}

const codesOf = (answers: readonly object[]) =>
  answers.map((answer) => ('error' in answer ? (answer.error as { code: string }).code : 'done'))

test('codes are drawn so many times in an hour, however many are asked for at once', async () => {
  const { draw } = await sharer()
  const asked = await Promise.all(Array.from({ length: hourly.code + 20 }, draw))
  const told = codesOf(asked)
  expect(told.filter((code) => code === 'done')).toHaveLength(hourly.code)
  expect(told.filter((code) => code === 'tries_over')).toHaveLength(20)
})

test('who is over it changes nothing, keeps nobody else from it, and may again in an hour', async () => {
  const [{ openid, draw }, other] = [await sharer(), await sharer()]
  const until = (await small.shop.now()) + 3_600_000
  const counts = { code: hourly.code, phone: 0 }
  await small.shop.control('PUT', `collections/hourly_counts/${openid}`, { until, counts })
  await expectNothingChanged(small.shop, async () => {
    expect(await draw()).toMatchObject({ error: { code: 'tries_over', details: { until } } })
  })
  expect(await other.draw()).toHaveProperty('result')
  await small.shop.pass('1 hour')
  const { result } = (await draw()) as { result: { file: FileId } }
  expect(result.file).toMatch(/^cloud:/)
})

test('telephone numbers are asked for at WeChat so many times, and a repeat costs none', async () => {
  const openid = small.neighbour()
  const { code } = await small.shop.control<{ code: string }>('POST', 'phone-codes', { openid })
  const wish = { requestId: randomUUID(), code }
  const first = await small.shop.call(openid, 'members.phone', wish)
  const until = (await small.shop.now()) + 3_600_000
  const counts = { code: 0, phone: hourly.phone }
  await small.shop.control('PUT', `collections/hourly_counts/${openid}`, { until, counts })
  expect(await small.shop.call(openid, 'members.phone', wish)).toEqual(first)
  const next = { requestId: randomUUID(), code: 'another' }
  expect(await small.shop.refusal(openid, 'members.phone', next)).toBe('tries_over')
})
