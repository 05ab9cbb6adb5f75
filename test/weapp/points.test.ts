/** Points on the mini-program: the account, signing in, and the mall. */
import type { Instant } from '@domain/time'
import type { PointsAccount } from '@domain/points/account'
import { openShop, type Shop } from '../harness/shop'
import { closePhones, openPhone } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

async function open(openid: string, page: string) {
  const phone = await openPhone({ cloud: shop.url, openid, path: `pages/points/${page}/index` })
  expect(phone.errors).toEqual([])
  return phone
}

/** Somebody with so many points; below nothing it is a debt. */
async function has(openid: string, balance: number): Promise<void> {
  await shop.ask(openid, 'points.signIn', {})
  const [account] = await shop.documents<PointsAccount>('points_accounts', { _id: openid })
  if (!account) throw new Error(`${openid} has no account`)
  const expiresAt = Date.parse('2027-04-01T00:00:00+08:00') as Instant
  const lots = balance > 0 ? [{ expiresAt, points: balance }] : []
  const points = { ...account, balance, available: balance, lots }
  await shop.control('PUT', `collections/points_accounts/${openid}`, points)
}

describe('signing in', () => {
  test('brings today’s points once, and marks the day', async () => {
    const phone = await open('ann', 'signs')
    expect(phone.text('#streak')).toBe('今天开始签到吧')
    expect(phone.text('#sign-in')).toBe('签到得 1 积分')
    await phone.tap('#sign-in')
    await phone.waitFor(() => phone.text('#sign-in') === '今天签过了')
    expect(phone.toasts).toContain('签到成功，得 1 积分，已连续 1 天')
    expect(phone.text('#streak')).toBe('已连续签到 1 天')
    expect(phone.text('#day-1')).toBe('1+1')
    expect(phone.one('#sign-in').hasAttribute('disabled')).toBe(true)
  })

  test('goes on the next day, and the month before can be looked at', async () => {
    await shop.pass('1 day')
    const phone = await open('ann', 'signs')
    await phone.tap('#sign-in')
    await phone.waitFor(() => phone.text('#streak') === '已连续签到 2 天')
    await phone.tap('#month-before')
    expect(phone.text('#month')).toBe('2027 年 2 月')
    expect(phone.has('#day-28')).toBe(true)
    expect(phone.has('#day-29')).toBe(false)
    await phone.tap('#month-after')
    expect(phone.text('#day-2')).toBe('2+1')
  })
})

describe('the account', () => {
  test('explains every entry in a sentence', async () => {
    const phone = await open('ann', 'account')
    expect(phone.text('#available')).toBe('2')
    expect(phone.text('#entry-2')).toContain('签到连续第 2 天')
    expect(phone.text('#entry-2')).toContain('+1余 2')
    expect(phone.text('#rules')).toContain('每满 1 元得 1 积分')
  })

  test('tells what expires first', async () => {
    await has('bo', 500)
    const phone = await open('bo', 'account')
    expect(phone.text('#expiring')).toBe('500 积分有效到 3月31日，最早到期的先用')
  })

  test('shows a debt plainly', async () => {
    await has('cai', -120)
    const phone = await open('cai', 'account')
    expect(phone.text('#available')).toBe('0')
    expect(phone.text('#debt')).toContain('欠 120 积分')
    expect(phone.text('#debt')).toContain('不会向你收钱')
  })
})

describe('the mall', () => {
  test('redeems a coupon after a question', async () => {
    await has('ding', 300)
    const phone = await open('ding', 'mall')
    expect(phone.text('#item-pm-coupon-5')).toContain('200 积分')
    await phone.tap('#redeem-pm-coupon-5')
    await phone.answer('兑换')
    await phone.waitFor(() => phone.toasts.includes('换到了，在我的优惠券里'), 10_000)
    expect(phone.text('#available')).toBe('100')
    expect(phone.text('#item-pm-coupon-5')).toContain('还差 100 积分')
    expect(phone.one('#redeem-pm-coupon-5').hasAttribute('disabled')).toBe(true)
    expect(await shop.documents('coupons', { memberId: 'ding', channel: 'points' })).toHaveLength(1)
  })

  test('changes nothing when one thinks better of it', async () => {
    await has('en', 300)
    const phone = await open('en', 'mall')
    await phone.tap('#redeem-pm-coupon-5')
    await phone.answer('再想想')
    expect(phone.text('#available')).toBe('300')
  })

  test('leads with a product to the checkout', async () => {
    await has('fang', 3000)
    const { items } = await shop.ask('fang', 'points.mall', {})
    const basket = items.find((item) => item.kind === 'product' && item.cashFen > 0)
    const phone = await open('fang', 'mall')
    expect(phone.text(`#item-${basket?.id ?? ''}`)).toContain('2000 积分 + ¥99')
    await phone.tap(`#redeem-${basket?.id ?? ''}`)
    await phone.waitFor(() => phone.has('#submit'))
    expect(phone.text('#payable')).toContain('¥99')
  })
})
