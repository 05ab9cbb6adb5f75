/**
 * A guide's money on its uneven way: a line is refunded, a transfer lapses, another one fails, and
 * every time the books say where each fen is.
 */
import type { CommissionEntry } from '@domain/commission/entry'
import type { Order } from '@domain/orders/order'
import type { Payout } from '@domain/payouts/payout'
import { takesPlace, thaws } from '../harness/guiding'
import { handOut, page, type Stage, type Visitor } from './visitor'

/** What WeChat Pay says of money that was sent to somebody. */
interface BookedTransfer {
  readonly outBillNo: string
  readonly openid: string
  readonly amount: number
  readonly state: string
  readonly failReason?: string
}

/** Registers the story's tests, each of which goes on where the one before stopped. */
export function guidePayoutsStory(stage: Stage): void {
  const { shop, come } = stage
  let zhao: Visitor
  let sun: Visitor
  let orderId: string

  /** What the ledger says of a payee, or of one line of the order, in its order. */
  async function ledger(payee: string, line?: number): Promise<number[]> {
    const of = line === undefined ? {} : { 'source.line': line }
    const entries = await shop().documents<CommissionEntry>('commission_entries', { payee, ...of })
    return entries.sort((one, other) => one.at - other.at).map(({ amountFen }) => amountFen)
  }

  const booked = async () =>
    (await shop().control<BookedTransfer[]>('GET', 'transfers'))
      .filter(({ openid }) => openid === 'zhao')
      .reverse()

  async function puts(productId: string): Promise<void> {
    await sun.open(page('catalog/product', `productId=${productId}`))
    await sun.tap('add')
    await sun.hear('已放进购物车')
  }

  /** Asks for all that is payable, up to where WeChat waits for a word of hers. */
  async function asksFor(sum: string): Promise<void> {
    await shop().pass('5 minutes')
    await zhao.open(page('guides/payouts'))
    await zhao.seeAt('ask', `提现 ${sum}`)
    await zhao.tap('ask')
    await zhao.answer('提现')
    await zhao.see('待你确认')
    await zhao.seeAt('payable', '¥0')
  }

  test('sun comes by a link of zhao’s, and buys two things in one order', async () => {
    await takesPlace(shop(), 'zhao', 'guide-07')
    zhao = await come('zhao')
    await zhao.open(page('guides/material'))
    await zhao.tap('tab-product')
    await zhao.tap('share-shine-muscat')
    const address = await zhao.share('send')
    sun = await come('sun')
    await sun.open(address)
    await sun.see('阳光玫瑰')
    // What was put in last stands first.
    await puts('musang-king')
    await puts('shine-muscat')
    await sun.tap('cart')
    await sun.tap('checkout')
    await sun.seeAt('payable', '应付¥511')
    orderId = await sun.buy()
    await zhao.open(page('guides/income'))
    await zhao.seeAt(`income-${orderId}`, '等 2 样')
    await zhao.seeAt(`income-${orderId}`, '+¥15.33')
    expect(await ledger('guide.guide-07', 0)).toEqual([373])
    expect(await ledger('guide.guide-07', 1)).toEqual([1160])
  })

  test('one of them given back takes back its own commission, to the fen', async () => {
    const [order] = await shop().documents<Order>('orders', { _id: orderId })
    expect(order?.receipt.lines[0]?.product.id).toBe('shine-muscat')
    await sun.open(page('orders/order', `orderId=${orderId}`))
    await sun.tap('ask-after-sale')
    await sun.tap('more-0')
    await sun.tap('reason-quality')
    await sun.tap('submit-request')
    await sun.seeAt('request-requested', '等店里答复')
    const keeper = await come('keeper')
    await keeper.open(page('staff/queue', 'queue=after-sale'))
    await keeper.tap(`approve-${orderId}-1`)
    await keeper.answer('同意退款')
    await keeper.see('没有待处理的售后')
    await shop().pass('2 minutes')
    expect(await ledger('guide.guide-07', 0)).toEqual([373, -373])
    expect(await ledger('guide.guide-07', 1)).toEqual([1160])
    expect(await ledger('store.store-01', 0)).toEqual([248, -248])
    expect(await ledger('store.store-01', 1)).toEqual([773])
  })

  test('zhao sees the sum that is left, and the line that was taken back', async () => {
    await zhao.open(page('guides/income'))
    await zhao.seeAt(`income-${orderId}`, '+¥11.60')
    await zhao.picture('payouts-1-income')
    await zhao.tap(`income-${orderId}`)
    await zhao.seeAt('sum', '¥11.60')
    await zhao.seeAt('entries', '有退款或改动，收回多记的：导购分成 3%，货款实收 ¥0')
    await zhao.seeAt('entries', '−¥3.73')
    await zhao.picture('payouts-2-credit')
  })

  test('a transfer that she does not confirm within a day is payable again', async () => {
    await sun.open(page('orders/order', `orderId=${orderId}`))
    await handOut(stage, sun)
    await thaws(shop())
    await asksFor('¥11.60')
    await zhao.collect('leave')
    await shop().pass('1 day')
    await shop().pass('10 minutes')
    await zhao.open(page('guides/payouts'))
    await zhao.see('过期未确认，已退回可提现')
    await zhao.seeAt('ask', '提现 ¥11.60')
    await zhao.picture('payouts-3-lapsed')
    expect(await ledger('guide.guide-07')).toEqual([373, 1160, -373, -1160, 1160])
    expect(await booked()).toMatchObject([{ state: 'FAIL', failReason: 'OVERDUE_CLOSE' }])
  })

  test('a transfer that WeChat cannot pay says why, and is payable again', async () => {
    await asksFor('¥11.60')
    const [, sent] = await booked()
    await shop().control('POST', `transfers/${sent?.outBillNo}`, { outcome: 'fail' })
    const [payout] = await shop().documents<Payout>('payouts', { endedAt: null })
    await zhao.tap(`check-${payout?._id}`)
    await zhao.see('没有成功，已退回可提现')
    await zhao.see('你的微信支付账户被冻结了，解冻后再提')
    await zhao.seeAt('ask', '提现 ¥11.60')
    await zhao.picture('payouts-4-failed')
    expect((await ledger('guide.guide-07')).slice(-2)).toEqual([-1160, 1160])
  })

  test('asked for once more and confirmed, it is paid once', async () => {
    await asksFor('¥11.60')
    await zhao.collect('confirm')
    await zhao.see('已到账 ¥11.60')
    await zhao.picture('payouts-5-paid')
    expect((await booked()).map(({ state, amount }) => [state, amount])).toEqual([
      ['FAIL', 1160],
      ['FAIL', 1160],
      ['SUCCESS', 1160],
    ])
    const entries = await ledger('guide.guide-07')
    expect(entries.reduce((sum, amount) => sum + amount, 0)).toBe(0)
    await zhao.open(page('guides/desk'))
    await zhao.seeAt('stage-paid-out', '¥11.60')
    await zhao.picture('payouts-6-desk')
    expect([...zhao.troubles(), ...sun.troubles()]).toEqual([])
  })
}
