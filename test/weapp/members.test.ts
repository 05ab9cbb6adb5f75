/** The member center on the mini-program: joining, the card, levels, and the profile. */
import { randomUUID } from 'node:crypto'
import type { OrderId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { of, ordered } from '../harness/ordering'
import { openShop, type Shop } from '../harness/shop'
import { closePhones, openPhone, type OpenPhone } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

async function open(openid: string, page: string, more: OpenPhone = {}) {
  const phone = await openPhone({
    cloud: shop.url,
    openid,
    path: `pages/${page}/index`,
    ...more,
  })
  expect(phone.errors).toEqual([])
  return phone
}

const scan = (openid: string, storeId: string) =>
  open(openid, 'members/join', { query: `scene=${encodeURIComponent(`s.${storeId}`)}` })

/** Somebody picks up what they ordered. */
async function pickedUp(openid: string, orderId: OrderId): Promise<void> {
  const { order } = await shop.ask(openid, 'orders.see', { orderId })
  const code = order.delivery.kind === 'pick-up' ? order.delivery.code : ''
  await shop.ask('keeper', 'fulfilment.verify', { requestId: randomUUID(), code })
}

const asked = (phone: Awaited<ReturnType<typeof open>>): string[] =>
  phone.calls('cloud.callFunction').map(({ data }) => (data as { readonly name: string }).name)

describe('a store’s code', () => {
  test('shows the store and what joining brings, and one tap joins', async () => {
    const phone = await scan('ann', 'store-02')
    expect(phone.text('#store')).toContain('滨江店邀请你加入会员')
    expect(phone.text()).toContain('免费，不用填任何资料')
    await phone.tap('#join')
    await phone.waitFor(() => phone.has('#joined'))
    expect(phone.text('#joined')).toBe('欢迎加入')
    expect(phone.text('#own-store')).toBe('你的门店是滨江店')
    expect(phone.text('#coupon-welcome-10')).toContain('新人无门槛券')
    const [ann] = await shop.documents<Member>('members', { _id: 'ann' })
    expect(ann).toMatchObject({ storeId: 'store-02' })
  })

  test('of another store changes nothing for who joined before, and says so', async () => {
    const phone = await scan('ann', 'store-01')
    expect(phone.text('#joined')).toBe('你已经是会员了')
    expect(phone.text('#own-store')).toBe('你的门店还是滨江店，不会改变')
    expect(phone.has('#join')).toBe(false)
    expect(phone.has('#set-store')).toBe(false)
    await phone.tap('#to-me')
    expect(phone.place().route).toBe('pages/members/me/index')
  })

  test('gives a store to who joined without one', async () => {
    await shop.ask('bo', 'members.join', {})
    const phone = await scan('bo', 'store-03')
    await phone.tap('#set-store')
    await phone.waitFor(() => phone.has('#own-store'))
    expect(phone.text('#own-store')).toBe('你的门店是大学城店')
  })

  test('promises nothing that the shop does not have', async () => {
    const rich = await scan('guest', 'store-01')
    for (const thing of ['攒积分', '升等级', '新人券']) expect(rich.text()).toContain(thing)
    const [fruit] = await shop.documents<object>('shop', { _id: 'shop' })
    await shop.control('PUT', 'collections/shop/shop', { ...fruit, points: null, levels: null })
    const plain = await scan('guest', 'store-01')
    await shop.control('PUT', 'collections/shop/shop', fruit)
    expect(plain.text()).toContain('新人券')
    for (const thing of ['积分', '升等级']) expect(plain.text()).not.toContain(thing)
  })

  test('that is none still lets one join', async () => {
    const phone = await open('cai', 'members/join', { query: 'scene=x.1' })
    expect(phone.text('#unknown-store')).toContain('没认出是哪家门店的码')
    await phone.tap('#join')
    await phone.waitFor(() => phone.has('#joined'))
    expect(phone.has('#own-store')).toBe(false)
  })
})

describe('the first screen', () => {
  test('shows the level of who bought without ever joining', async () => {
    await pickedUp('buyer', await ordered(shop, 'buyer', [of('musang-king')]))
    const phone = await open('buyer', 'members/me')
    expect(phone.text('#member-card')).toContain('银卡会员')
    expect(phone.has('#join')).toBe(false)
  })

  test('takes one call, and invites who has not joined without asking for anything', async () => {
    const phone = await open('ding', 'members/me')
    expect(asked(phone).filter((name) => name === 'members.see')).toHaveLength(1)
    expect(phone.text('#member-card')).toContain('还不是会员')
    expect(phone.text('#points')).toBe('0积分')
    await phone.tap('#join')
    expect(phone.place().route).toBe('pages/members/join/index')
  })

  test('shows the level, what is missing for the next, and orders by what they wait for', async () => {
    await shop.ask('en', 'members.join', {})
    await pickedUp('en', await ordered(shop, 'en', [of('shine-muscat')]))
    await ordered(shop, 'en', [of('corn-8')])
    const phone = await open('en', 'members/me')
    const [en] = await shop.documents<Member>('members', { _id: 'en' })
    expect(phone.text('#member-card')).toContain(en?.levelId === 'lv1' ? '银卡会员' : '普通会员')
    expect(phone.text('#missing')).toMatch(/^还差 ¥\d+(\.\d\d)? 升/)
    expect(phone.text('#orders-paid')).toBe('1待发货/自提')
    expect(phone.text('#orders-unpaid')).toBe('待付款')
  })

  test('keeps its ways without a network, and comes back with a tap', async () => {
    const phone = await open('fang', 'groupbuy/statement')
    await phone.network(false)
    phone.phone.stack.reLaunch('/pages/members/me/index')
    await phone.waitFor(() => phone.has('#retry'))
    expect(phone.has('#orders-all')).toBe(true)
    await phone.network(true)
    await phone.tap('#retry')
    await phone.waitFor(() => phone.has('#member-card'))
  })
})

test('levels show what each brings, where one stands, and why that changed', async () => {
  const phone = await open('en', 'members/levels')
  expect(phone.text('#level-lv2')).toContain('金卡会员')
  expect(phone.text('#level-lv2')).toContain('近 3 个月满 ¥1000')
  expect(phone.text('#level-lv2')).toContain('9.8 折')
  expect(phone.text('#level-lv2')).toContain('1.2 倍')
  expect(phone.text('#level-lv2')).toContain('金卡月度券')
  expect(phone.text('#level-lv2')).toContain('金卡升级礼')
  const [en] = await shop.documents<Member>('members', { _id: 'en' })
  if (!en) throw new Error('en is not known')
  await shop.control('PUT', 'collections/members/en', {
    ...en,
    levelHistory: [
      { at: await shop.now(), from: 'lv2', to: 'lv1', spentFen: 91_750, because: 'window' },
    ],
  })
  await phone.pullDown()
  expect(phone.text('#history')).toContain('降到银卡会员')
  expect(phone.text('#history')).toContain('之前的消费到期不再计算，近 3 个月消费 ¥917.50')
})

describe('the profile', () => {
  test('asks for nothing private before the privacy sheet was agreed to', async () => {
    const questions: string[] = []
    const consents = (question: string) => questions.push(question) > 0
    const phone = await open('gu', 'members/profile', { hasAgreed: false, consents })
    await phone.tap('#tell-phone')
    expect(questions).toEqual([])
    expect(phone.has('#agree-privacy')).toBe(true)
    await phone.tap('#agree-privacy')
    await phone.tap('#tell-phone')
    await phone.waitFor(() => phone.text('#phone').startsWith('138'))
    expect(questions).toEqual(['使用你的手机号'])
    expect(phone.text('#phone')).toMatch(/^138\*{4}\d{4}$/)
  })

  test('keeps a nickname, a birthday and a portrait the WeChat way', async () => {
    const phone = await open('gu', 'members/profile')
    phone.phone.files.album.push('data:image/png;base64,aGk=')
    await phone.tap('#avatar')
    await phone.input('#nickname', '小顾')
    await phone.blur('#nickname')
    await phone.tap('#birthday')
    await phone.choose('2 月', '29 日')
    await phone.waitFor(() => phone.text('#birthday-value') === '2 月 29 日')
    const [gu] = await shop.documents<Member>('members', { _id: 'gu' })
    expect(gu?.profile).toMatchObject({ nickname: '小顾', birthday: '02-29' })
    expect(gu?.profile.avatar).toMatch(/^cloud:\/\/.*\/avatars\//)
  })

  test('forgets the telephone number on wish', async () => {
    const phone = await open('gu', 'members/profile')
    await phone.tap('#forget-phone')
    await phone.answer('删除')
    await phone.waitFor(() => phone.has('#tell-phone'))
    const [gu] = await shop.documents<Member>('members', { _id: 'gu' })
    expect(gu?.profile.phone).toBeNull()
  })

  test('says so when WeChat tells no number', async () => {
    const phone = await open('gu', 'members/profile', { consents: () => false })
    await phone.tap('#tell-phone')
    await phone.waitFor(() => phone.toasts.includes('没有授权，就不留手机号'))
  })

  test('is cleared in the settings, and nothing else with it', async () => {
    const phone = await open('gu', 'members/settings')
    expect(phone.text()).toContain('订单、收货信息、退款记录')
    await phone.tap('#clear-profile')
    await phone.answer('清空')
    await phone.waitFor(() => phone.toasts.includes('已清空'))
    const [gu] = await shop.documents<Member>('members', { _id: 'gu' })
    expect(gu?.profile).toEqual({ nickname: '', avatar: null, birthday: null, phone: null })
  })
})

describe('the message wallet', () => {
  test('counts one message a tap', async () => {
    const phone = await open('hua', 'messages/wallet')
    expect(phone.text('#allowed-orderShipped')).toBe('不会发')
    await phone.tap('#add-orderShipped')
    await phone.tap('#add-orderShipped')
    await phone.waitFor(() => phone.text('#allowed-orderShipped') === '还可以发 2 条')
    expect(phone.text('#allowed-refundSent')).toBe('不会发')
    expect(phone.toasts).toContain('好，可以多发一条')
  })

  test('counts nothing that was refused', async () => {
    const phone = await open('hua', 'messages/wallet', { consents: () => false })
    await phone.tap('#add-refundSent')
    expect(phone.toasts).toContain('没有得到允许，就不发')
    expect(phone.text('#allowed-refundSent')).toBe('不会发')
  })
})
