/** The member center in a browser: joining by a code, signing in, the mall, and the profile. */
import type { Browser } from 'playwright-core'
import type { Coupon } from '@domain/coupons/coupon'
import type { Member } from '@domain/members/member'
import type { PointsAccount } from '@domain/points/account'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(60_000)

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

test('who scans a store’s code joins by one tap and finds the newcomer’s coupon', async () => {
  const ann = await Neighbour.come(browser, shop, 'ann')
  await ann.go(places.join('s.store-02'))
  await ann.seeAt('store', '滨江店邀请你加入会员')
  await ann.picture('join')
  await ann.tap('join')
  await ann.seeAt('joined', '欢迎加入')
  await ann.seeAt('coupon-welcome-10', '新人无门槛券')
  await ann.picture('joined')
  await ann.tapTo('me', 'to-me')
  await ann.seeAt('member-card', '普通会员')
  await ann.seeAt('coupons', '1')
  await ann.picture('me')
  expect(ann.troubles).toEqual([])
  await ann.leave()
})

test('signing in brings points, whose entry says where they came from', async () => {
  const ann = await Neighbour.come(browser, shop, 'ann')
  await ann.go(places.me)
  await ann.tapTo('signs', 'signs')
  await ann.tap('sign-in')
  await ann.seeAt('sign-in', '今天签过了')
  await ann.seeAt('day-1', '+1')
  await ann.picture('signs')
  await ann.go(places.points)
  await ann.seeAt('entry-1', '连续第 1 天')
  await ann.seeAt('available', '1')
  expect(ann.troubles).toEqual([])
  await ann.leave()
})

test('points are redeemed for a coupon after a question', async () => {
  const [account] = await shop.documents<PointsAccount>('points_accounts', { _id: 'ann' })
  if (!account) throw new Error('ann has no account')
  const [lot] = account.lots
  const rich = { ...account, balance: 500, available: 500, lots: [{ ...lot, points: 500 }] }
  await shop.control('PUT', 'collections/points_accounts/ann', rich)
  const ann = await Neighbour.come(browser, shop, 'ann')
  await ann.go(places.mall)
  await ann.tap('redeem-pm-coupon-5')
  await ann.answer('兑换')
  await ann.seeAt('available', '300')
  await ann.picture('mall')
  const bought = { memberId: 'ann', channel: 'points' }
  expect(await shop.documents<Coupon>('coupons', bought)).toHaveLength(1)
  expect(ann.troubles).toEqual([])
  await ann.leave()
})

test('a browser keeps nickname, birthday and portrait, and says why it asks for no telephone', async () => {
  const ann = await Neighbour.come(browser, shop, 'ann')
  await ann.go(places.profile)
  await ann.type('nickname', '小安')
  await ann.at('nickname').locator('input').blur()
  await ann.see('已保存')
  const chooser = ann.page.waitForEvent('filechooser')
  await ann.tap('avatar')
  await (await chooser).setFiles('src/assets/tab/me.png')
  await ann.page.locator('taro-image-core img[src*="/avatars/"]').first().waitFor()
  await ann.seeAt('phone', '请在微信小程序里填写')
  await ann.picture('profile')
  const [member] = await shop.documents<Member>('members', { _id: 'ann' })
  expect(member?.profile).toMatchObject({ nickname: '小安', phone: null })
  expect(member?.profile.avatar).toContain('/avatars/')
  expect(ann.troubles).toEqual([])
  await ann.leave()
})

test('clearing the profile forgets all of it', async () => {
  const ann = await Neighbour.come(browser, shop, 'ann')
  await ann.go(places.settings)
  await ann.tap('clear-profile')
  await ann.answer('清空')
  await ann.see('已清空')
  const [member] = await shop.documents<Member>('members', { _id: 'ann' })
  expect(member?.profile).toEqual({ nickname: '', avatar: null, birthday: null, phone: null })
  await ann.leave()
})

test('a browser says that messages are allowed in WeChat only', async () => {
  const ann = await Neighbour.come(browser, shop, 'ann')
  await ann.go(places.wallet)
  await ann.tap('add-orderShipped')
  await ann.see('浏览器里没法授权微信消息')
  await ann.seeAt('allowed-orderShipped', '不会发')
  await ann.leave()
})
