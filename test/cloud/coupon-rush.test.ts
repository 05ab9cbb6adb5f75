/** 领券 when everybody comes at once. */
import { randomUUID } from 'node:crypto'
import type { Coupon } from '@domain/coupons/coupon'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(400_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

/** Claims that are under way at the same time. */
const SIDE_BY_SIDE = 100

/** Lets people claim, so many at a time; tells what each was answered. */
async function rush(
  people: readonly string[],
  claim: (openid: string) => Promise<string | undefined>,
): Promise<(string | undefined)[]> {
  const waiting = [...people]
  const answers: (string | undefined)[] = []
  const worker = async () => {
    for (let openid = waiting.shift(); openid !== undefined; openid = waiting.shift())
      answers.push(await claim(openid))
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
  return answers
}

test('of 2,000 members on 500 coupons exactly 500 have one, and nobody has two', async () => {
  const templateId = await small.coupon({ total: 500, perMember: 1 })
  const members = small.neighbours(2000)
  // Every fifth of them taps twice, with both thumbs.
  const taps = members.flatMap((openid, n) => (n % 5 === 0 ? [openid, openid] : [openid]))
  const answers = await rush(taps, (openid) =>
    small.shop.refusal(openid, 'coupons.claim', { requestId: randomUUID(), templateId }),
  )
  const counted = (code: string | undefined) => answers.filter((one) => one === code).length
  expect(answers).toHaveLength(2400)
  expect(counted(undefined)).toBe(500)
  expect(counted('coupons_gone') + counted('member_limit')).toBe(1900)

  const coupons = await small.shop.documents<Coupon>('coupons', { templateId })
  expect(coupons).toHaveLength(500)
  expect(new Set(coupons.map(({ memberId }) => memberId)).size).toBe(500)
  expect(await small.couponStock(templateId)).toEqual({ left: 0, held: 0, sold: 500 })
})

test.each([1, 2, 3])('in any weather every coupon has one piece: seed %d', async (seed) => {
  const templateId = await small.coupon({ total: 60, perMember: 2 })
  const rates = { 'database.before': 0.15, 'database.after': 0.15 }
  await small.shop.control('POST', 'faults', { seed, rates })
  const members = small.neighbours(50)
  const wishes = new Map(members.map((openid) => [openid, { requestId: randomUUID(), templateId }]))
  const claim = (openid: string) =>
    small.shop.refusal(openid, 'coupons.claim', wishes.get(openid) ?? never())
  // Who is told that it did not go through taps again: the same wish.
  await rush([...members, ...members], claim)
  await small.shop.control('POST', 'faults', {})
  await small.minutes(7)
  await rush(members, claim)

  const coupons = await small.shop.documents<Coupon>('coupons', { templateId })
  expect(new Set(coupons.map(({ memberId }) => memberId)).size).toBe(50)
  expect(coupons).toHaveLength(50)
  expect(await small.couponStock(templateId)).toEqual({ left: 10, held: 0, sold: 50 })
})

function never(): never {
  throw new Error('everybody has a wish')
}
