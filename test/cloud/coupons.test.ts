/** Coupons from the template to the wallet: offered, claimed, listed, expired. */
import { randomUUID } from 'node:crypto'
import type { CouponId, TemplateId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { openSmallShop, type SmallShop } from './small-shop'
import type { WrittenCoupon } from './written'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

/** A coupon of one yuan off everything; some of it may be told anew. */
const coupon = (terms: Partial<WrittenCoupon> = {}) =>
  small.coupon({ amountFen: 100 as Fen, total: 100, ...terms })

const claimRefusal = (openid: string, templateId: TemplateId) =>
  small.shop.refusal(openid, 'coupons.claim', { requestId: randomUUID(), templateId })

describe('the coupon centre', () => {
  test('shows what may be claimed, with what is left and what one has', async () => {
    const templateId = await coupon({ total: 3, perMember: 2 })
    await coupon({ channel: 'monthly' })
    const openid = small.neighbour()
    await small.claim(openid, templateId)
    const { offers } = await small.shop.ask(openid, 'coupons.center', {})
    const offer = offers.find(({ template }) => template._id === templateId)
    expect(offer).toMatchObject({ left: 2, claimed: 1, audience: { kind: 'all', isIn: true } })
    const stored = await small.shop.documents('coupon_templates', { channel: 'claim' })
    expect(offers).toHaveLength(stored.length)
  })

  test('tells what a scope is called', async () => {
    const productId = await small.product({ name: '红富士' })
    await coupon({ scope: { kind: 'product', ids: [productId] } })
    const { names } = await small.shop.ask(small.neighbour(), 'coupons.center', {})
    expect(names).toMatchObject({ [productId]: '红富士' })
  })

  test('has nothing any more that the file no longer names', async () => {
    const templateId = await coupon()
    const openid = small.neighbour()
    const couponId = await small.claim(openid, templateId)
    small.file.coupons.splice(
      small.file.coupons.findIndex(({ id }) => id === templateId),
      1,
    )
    await small.renew()
    expect(await claimRefusal(small.neighbour(), templateId)).toBe('template_unknown')
    expect(await small.couponOf(couponId)).toMatchObject({ status: 'unused' })
  })
})

describe('claiming', () => {
  test.each([
    ['a coupon for newcomers, as a customer', { audience: 'newcomer' }, 'audience_other'],
    ['before its time', { claimFrom: '+1h' }, 'claim_unstarted'],
    ['after its time', { claimFrom: '-2h', claimUntil: '-1h' }, 'claim_over'],
    ['one that is not for claiming', { channel: 'monthly' }, 'template_unknown'],
    ['where there is none', { total: 0 }, 'coupons_gone'],
  ] as const)('%s is refused', async (_what, terms, code) => {
    const openid = small.neighbour()
    if (code === 'audience_other') {
      const orderId = await small.buy(openid, small.line(await small.product()))
      const { delivery } = await small.order(orderId)
      const handing = { requestId: randomUUID(), code: 'code' in delivery ? delivery.code : '' }
      await small.shop.ask('keeper', 'fulfilment.verify', handing)
    }
    expect(await claimRefusal(openid, await coupon(terms))).toBe(code)
  })

  test('more than a member may have is refused, and a repeat is not more', async () => {
    const templateId = await coupon({ perMember: 2 })
    const openid = small.neighbour()
    const wish = { requestId: randomUUID(), templateId }
    const first = await small.shop.ask(openid, 'coupons.claim', wish)
    expect(await small.shop.ask(openid, 'coupons.claim', wish)).toEqual(first)
    await small.claim(openid, templateId)
    expect(await claimRefusal(openid, templateId)).toBe('member_limit')
    expect(await small.couponStock(templateId)).toEqual({ left: 98, held: 0, sold: 2 })
  })

  test('parallel claims of one member give as many as they may have', async () => {
    const templateId = await coupon({ perMember: 3, total: 200 })
    const openid = small.neighbour()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => claimRefusal(openid, templateId)),
    )
    const claimed = answers.filter((code) => code === undefined)
    expect(answers.every((code) => code === undefined || code === 'member_limit')).toBe(true)
    expect(claimed).toHaveLength(3)
    expect(await small.couponStock(templateId)).toEqual({ left: 197, held: 0, sold: 3 })
  })

  test('parallel repeats of one claim give one coupon', async () => {
    const templateId = await coupon({ perMember: 5 })
    const [openid, wish] = [small.neighbour(), { requestId: randomUUID(), templateId }]
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => small.shop.ask(openid, 'coupons.claim', wish)),
    )
    expect(new Set(answers.map(({ coupon }) => coupon._id)).size).toBe(1)
    expect(await small.couponStock(templateId)).toEqual({ left: 99, held: 0, sold: 1 })
  })
})

/** Something to buy, and somebody with a coupon for it. */
async function withCoupon(terms: Partial<WrittenCoupon> = {}) {
  const openid = small.neighbour()
  const couponId = await small.claim(openid, await coupon(terms))
  const line = small.line(await small.product(), 2)
  return { openid, couponId, line }
}

const statusOf = async (couponId: CouponId) => (await small.couponOf(couponId)).status

describe('the list of one’s coupons', () => {
  test('has usable ones, the soonest to expire first, and used and expired ones', async () => {
    const openid = small.neighbour()
    const week = await small.claim(openid, await coupon({ validDays: 7 }))
    const day = await small.claim(openid, await coupon({ validDays: 1, amountFen: 500 as Fen }))
    const tab = async (name: 'usable' | 'used' | 'expired') =>
      (await small.shop.ask(openid, 'coupons.list', { tab: name })).coupons.map(({ _id }) => _id)
    expect(await tab('usable')).toEqual([day, week])
    await small.buy(openid, small.line(await small.product()))
    expect([await tab('usable'), await tab('used')]).toEqual([[week], [day]])
    await small.shop.pass('8 days')
    expect([await tab('usable'), await tab('expired')]).toEqual([[], [week]])
    expect(await statusOf(week)).toBe('expired')
  })

  test('tells nothing of where coupons are kept', async () => {
    const { openid } = await withCoupon()
    const { coupons } = await small.shop.ask(openid, 'coupons.list', { tab: 'usable' })
    expect(Object.keys(coupons[0] ?? {})).not.toEqual(
      expect.arrayContaining(['memberId', 'poolId', 'rev']),
    )
  })
})

test('who allows it hears of a coupon two days before it expires', async () => {
  const openid = small.neighbour()
  small.file.messageTemplates = { couponExpiring: 'coupon-template' }
  const couponId = await small.claim(openid, await coupon({ validDays: 4 }))
  const consent = { requestId: randomUUID(), kinds: ['couponExpiring'] as ['couponExpiring'] }
  await small.shop.control('POST', 'consents', { openid, templateId: 'coupon-template' })
  await small.shop.ask(openid, 'messages.consent', consent)
  await small.shop.pass('1 day')
  const told = () => small.shop.documents('messages', { subject: couponId })
  expect(await told()).toEqual([])
  await small.shop.pass('25 hours')
  expect(await told()).toHaveLength(1)
  await small.shop.pass('3 days')
  expect(await told()).toHaveLength(1)
})
