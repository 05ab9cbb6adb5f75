/** 导购 on the mini-program: becoming one, the workbench, and what the shop does about guides. */
import type { AuditEntry } from '@domain/audit/audit'
import type { Guide } from '@domain/guides/guide'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { buysFrom, comesBy, invitation, received, takesPlace, thaws } from '../harness/guiding'
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
  const path = `pages/${page}/index`
  const phone = await openPhone({ cloud: shop.url, openid, path, ...more })
  expect(phone.errors).toEqual([])
  return phone
}

describe('becoming a guide', () => {
  test('the way to it lies in the settings, and a code that is none opens nothing', async () => {
    const phone = await open('li', 'members/settings')
    await phone.tap('#to-accept')
    await phone.waitFor(() => phone.has('#accept'))
    await phone.tap('#accept')
    expect(phone.toasts).toContain('请先填邀请码')
    await phone.input('#code', 'ABCD2345')
    await phone.tap('#accept')
    await phone.waitFor(() => phone.toasts.includes('邀请码不对，请核对一下'))
  })

  test('a code opens the workbench, and my page leads there from then on', async () => {
    const phone = await open('li', 'guides/accept')
    await phone.input('#code', await invitation(shop, 'guide-01'))
    await phone.tap('#accept')
    await phone.waitFor(() => phone.has('#accepted'))
    expect(phone.text('#accepted')).toContain('欢迎你，李静')
    await phone.tap('#to-desk')
    await phone.waitFor(() => phone.has('#today-income'))
    expect(phone.text('#guide')).toBe('李静')
    const [place] = await shop.documents<Guide>('guides', { _id: 'guide-01' })
    expect(place).toMatchObject({ memberId: 'li', isActive: true })
    const me = await open('li', 'members/me')
    await me.tap('#guide-desk')
    await me.waitFor(() => me.has('#today-income'))
    const settings = await open('li', 'members/settings')
    await settings.waitFor(() => !settings.has('#to-accept'))
  })

  test('shoppers see no workbench', async () => {
    const phone = await open('ann', 'members/me')
    expect(phone.has('#guide-desk')).toBe(false)
  })
})

describe('a guide with customers', () => {
  let orderId: OrderId

  beforeAll(async () => {
    await takesPlace(shop, 'liu', 'guide-04')
    await comesBy(shop, 'ding', 'liu')
    await shop.pass('1 minute')
    await comesBy(shop, 'ann', 'li')
    orderId = await buysFrom(shop, 'li', 'ding', 'shine-muscat')
  })

  test('sees today’s figures, and new ones as they come', async () => {
    const phone = await open('li', 'guides/desk')
    expect(phone.text('#today-visitors')).toBe('2 人')
    expect(phone.text('#today-orders')).toBe('1 单')
    await comesBy(shop, 'bo', 'li')
    const { calls } = await phone.pass(15_000)
    await phone.waitFor(() => phone.text('#today-visitors') === '3 人')
    expect(calls).toBeLessThanOrEqual(1)
  })

  test('opens a stage to its orders, and an order to its entries and why it is hers', async () => {
    const phone = await open('li', 'guides/desk')
    await phone.tap('#stage-pending')
    await phone.waitFor(() => phone.has(`#income-${orderId}`))
    await phone.tap(`#income-${orderId}`)
    await phone.waitFor(() => phone.has('#entries'))
    const [order] = await shop.documents<Order>('orders', { _id: orderId })
    const [line] = order?.receipt.lines ?? []
    expect(phone.text('#entries')).toContain(line?.product.name)
    expect(phone.text('#entries')).toContain('导购分成 3%')
    expect(phone.text('#explanation')).toContain('这一单算李静的')
    expect(phone.text('#explanation')).toContain('打开了李静发到聊天里的小店链接')
    expect(phone.text('#explanation')).toContain('这是下单前 15 天里最后一次打开导购的链接')
    expect(phone.text('#lost')).toContain('打开了刘洋发到聊天里的小店链接')
    expect(phone.text('#lost')).toContain('后来又打开了导购的链接，以最后一次为准')
  })

  test('does not see the income of another guide', async () => {
    const phone = await open('liu', 'guides/credit', { query: `orderId=${orderId}` })
    expect(phone.text()).toContain('这笔订单找不到了')
  })

  test('reads the trend’s figures in a table below the chart', async () => {
    const phone = await open('li', 'charts/trend')
    expect(phone.text('#sums')).toMatch(/^合计31¥/)
    await phone.tap('#span-30')
    await phone.waitFor(() => phone.text('#figures').includes('2/1'))
    expect(phone.errors).toEqual([])
  })

  test('tells who bought from who only looked', async () => {
    const phone = await open('li', 'guides/customers')
    expect(phone.text('#customers')).toContain('买过 1 单')
    await phone.tap('#tab-unbought')
    await phone.waitFor(() => !phone.text('#customers').includes('买过 1 单'))
    expect(phone.text('#customers')).toContain('还没买过')
    expect(phone.text()).not.toMatch(/1[3-9]\d{9}/)
  })

  test('shares what was tapped, by a link of her own', async () => {
    const phone = await open('li', 'guides/material')
    await phone.tap('#tab-team')
    await phone.tap('#share-group-kiwi')
    expect(phone.text('#words')).toContain('人凑齐就成，没凑齐全额退款')
    await phone.tap('#copy-words')
    expect(phone.toasts).toContain('已复制')
    await phone.idle()
    const { path, title } = await phone.phone.share('button')
    expect(title).toContain('奇异果')
    expect(path).toMatch(/^\/pages\/teams\/offer\/index\?dealId=group-kiwi&link=\w+$/)
    await phone.tap('#to-poster')
    expect(phone.place()).toMatchObject({
      route: 'pages/attribution/poster/index',
      query: { kind: 'deal', id: 'group-kiwi' },
    })
  })

  test('stands on the board of her store, with the goals of the shop', async () => {
    const phone = await open('li', 'guides/ranking')
    expect(phone.text('#rank-guide-01')).toContain('李静')
    expect(phone.text('#rank-guide-01')).toContain('1 单')
    expect(phone.text('#goal-orders-100')).toContain('还差 99 单')
  })

  describe('after the freeze', () => {
    beforeAll(async () => {
      await received(shop, 'ding', orderId)
      await thaws(shop)
    })

    test('asks for a payout, leaves the sheet once, and confirms it then', async () => {
      const answers = [false, true]
      const collect = () => answers.shift() ?? false
      const phone = await open('li', 'guides/payouts', { choices: { collect } })
      await phone.waitFor(() => phone.has('#ask'), 10_000)
      await phone.tap('#ask')
      await phone.answer('提现')
      const button = () => phone.all('*').find(({ id }) => id.startsWith('collect-'))?.id ?? ''
      await phone.waitFor(() => button() !== '')
      expect(phone.text('#ask')).toBe('上一笔提完再提下一笔')
      await phone.tap(`#${button()}`)
      await phone.waitFor(() => phone.toasts.includes('还没确认，过期前都可以再点'))
      await phone.tap(`#${button()}`)
      await phone.waitFor(() => phone.text('#history').includes('已到账'))
      expect(phone.text('#payable')).toBe('¥0')
      expect(phone.text('#ask')).toBe('满 ¥0.30 就能提')
    })
  })

  describe('in the eyes of the shop', () => {
    test('the keeper finds the order’s guide on its page, and credits it to another', async () => {
      const phone = await open('keeper', 'staff/handout', { query: `orderId=${orderId}` })
      await phone.tap('#to-attribution')
      await phone.waitFor(() => phone.has('#explanation'))
      await phone.tap('#assign')
      await phone.input('#find', '刘')
      await phone.tap('#choose-guide-04')
      await phone.tap('#reason-now')
      expect(phone.toasts).toContain('请写明原因，至少两个字')
      await phone.input('#reason-words', '顾客一直由刘洋服务')
      await phone.tap('#reason-now')
      await phone.waitFor(() => phone.has('#changes'))
      expect(phone.text('#explanation')).toContain('这一单算刘洋的')
      expect(phone.text('#changes')).toContain('从「李静」改为「刘洋」：顾客一直由刘洋服务')
      const action = 'attribution.assign'
      const deeds = await shop.documents<AuditEntry>('audit_entries', { subject: orderId, action })
      expect(deeds).toMatchObject([{ after: { guideId: 'guide-04' } }])
    })

    test('what was paid out for it is a debt now, and said plainly', async () => {
      const phone = await open('li', 'guides/desk')
      await phone.waitFor(() => phone.has('#debt'))
      expect(phone.text('#debt')).toContain('之后的佣金先抵上')
    })

    test('a customer is given to a guide for a while', async () => {
      const phone = await open('keeper', 'staff/attribution', { query: `orderId=${orderId}` })
      await phone.tap('#bind')
      await phone.waitFor(() => phone.has('#choose-guide-01'))
      await phone.tap('#choose-guide-01')
      await phone.input('#reason-words', '老顾客')
      await phone.tap('#reason-now')
      await phone.waitFor(() => phone.toasts.some((said) => said.startsWith('好了，到 ')))
    })

    test('another rule is tried out, and changes nothing', async () => {
      const phone = await open('keeper', 'staff/replay')
      await phone.tap('#rule-first-touch')
      await phone.tap('#span-30')
      await phone.tap('#run')
      await phone.waitFor(() => phone.has('#outcome'))
      expect(phone.text('#outcome')).toMatch(/\d 单/)
      const [order] = await shop.documents<Order>('orders', { _id: orderId })
      expect(order?.attribution.guideName).toBe('刘洋')
    })

    test('everybody’s commission is listed', async () => {
      const phone = await open('keeper', 'staff/payees')
      expect(phone.text('#payee-guide-01')).toContain('李静')
      expect(phone.text('#payee-guide-01')).toContain('欠 ¥')
      await phone.tap('#tab-store')
      expect(phone.text('#payee-store-01')).toContain('城南店')
    })

    test('somebody is invited, and their code can be copied', async () => {
      const phone = await open('keeper', 'staff/guides')
      await phone.tap('#invite')
      await phone.input('#name', '小陈')
      await phone.tap('#store-store-02')
      await phone.tap('#kind-agent')
      await phone.tap('#send-code')
      await phone.waitFor(() => phone.text().includes('复制邀请码'))
      const [place] = await shop.documents<Guide>('guides', { name: '小陈' })
      expect(place).toMatchObject({ storeId: 'store-02', kind: 'agent', memberId: null })
      expect(phone.text(`#code-${place?._id}`)).toBe(place?.invitation?.code)
    })

    test('who left is ended with a reason, and may come back', async () => {
      const phone = await open('keeper', 'staff/guides')
      await phone.tap('#turn-guide-04')
      await phone.input('#reason-words', '离职了')
      await phone.tap('#reason-now')
      await phone.waitFor(() => phone.toasts.includes('已停用'))
      expect(phone.has('#guide-guide-04')).toBe(false)
      await phone.tap('#tab-left')
      expect(phone.text('#guide-guide-04')).toContain('刘洋')
      await phone.tap('#turn-guide-04')
      await phone.input('#reason-words', '又回来了')
      await phone.tap('#reason-now')
      await phone.waitFor(() => phone.toasts.includes('已恢复'))
    })
  })
})
