/**
 * A lottery of a live session: whoever was there in time may win, and everybody can draw it again.
 */
import { createHash } from 'node:crypto'
import type { LotteryId } from '@domain/ids'
import type { LotteryView } from '@domain/lottery/contract'
import type { Order } from '@domain/orders/order'
import { liveId } from '../harness/cockpit'
import { at, fillsIn, type LiveCast } from './live-stage'
import { page, type Visitor } from './visitor'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Draws again by the published rule, in words of our own: the lowest lots win. */
function drawnAgain(seed: string, codes: readonly string[], prizes: number): string[] {
  const list = sha256([...codes].sort().join('\n'))
  const lots = new Map(codes.map((code) => [sha256(`${seed}\n${list}\n${code}`), code]))
  const lowest = [...lots.keys()].sort().slice(0, prizes)
  return lowest.map((lot) => lots.get(lot) ?? '')
}

/** Registers the lottery's part of the story. */
export function liveLotteryStory(cast: LiveCast): void {
  let lotteryId: LotteryId
  let commitment: string
  let winner: Visitor
  let loser: Visitor

  /** What anybody is told of it: here somebody who has never been in the shop. */
  const told = (): Promise<LotteryView> => cast.shop.ask('passer-by', 'lottery.see', { lotteryId })

  const toLottery = () => page('live/lottery', `lotteryId=${lotteryId}`)

  test('it is opened in the cockpit, and both enter; what it is sworn on is public', async () => {
    const { ann, bo, cui } = cast
    await cui.tap('open-0')
    await cui.answer('开始抽奖')
    await cui.seeAt('prize-0', '还能参加')
    lotteryId = await cast.newestLottery()
    for (const phone of [ann, bo]) {
      await phone.open(at('live/room', liveId))
      await phone.tap(`lottery-${lotteryId}`)
      await phone.tap('enter')
      await phone.seeAt('state', '你参与了，等开奖')
    }
    await ann.picture('live-20-entered')
    ;({ commitment } = await told())
    expect(commitment).toMatch(/^[0-9a-f]{64}$/)
    expect(await told()).toMatchObject({ status: 'open', seed: null, listHash: null, winners: [] })
  })

  test('dan is there too, but taps when its time is over', async () => {
    const { shop, stage } = cast
    const dan = await stage.come('dan')
    await dan.open(toLottery())
    await dan.readAll('enter')
    await shop.pass('3 minutes')
    await dan.tap('enter')
    await dan.hear('这次抽奖已经截止了')
    await dan.seeAt('state', '已截止，马上开奖')
    await dan.picture('live-21-too-late')
    expect((await shop.ask('dan', 'lottery.see', { lotteryId })).ownCode).toBeNull()
    expect(dan.troubles()).toEqual([])
    await stage.putAway(dan)
  })

  test('it is drawn in the cockpit once its list stands, and each is told how it went', async () => {
    const { ann, bo, cui, shop } = cast
    await shop.pass('30 seconds')
    // From when it can be drawn stands beside the button as long as that is not yet.
    await cast.sees(cui, 'prize-0', /已截止，等封名单开奖$/)
    await cui.tap(`draw-${lotteryId}`)
    await cui.seeAt('prize-0', '2 人参加，1 人中奖')
    await cui.picture('live-22-drawn')
    const { hasWon } = await shop.ask('ann', 'lottery.see', { lotteryId })
    ;[winner, loser] = hasWon ? [ann, bo] : [bo, ann]
    await cast.sees(winner, 'state', '你中奖了')
    await cast.sees(loser, 'state', '这次没有中')
    await winner.picture('live-23-won')
    await loser.picture('live-24-lost')
  })

  test('their phones draw it again, and so does anybody from what is public', async () => {
    for (const phone of [winner, loser]) {
      await phone.tap('verify')
      await phone.seeAt('holds', '全部对得上，抽奖没有问题')
    }
    await winner.picture('live-25-verified')
    const { seed, listHash, winners, prizes, entries } = await told()
    const page = { lotteryId, page: 0 }
    const { codes } = await cast.shop.ask('passer-by', 'lottery.entries', page)
    expect(sha256(seed ?? '')).toBe(commitment)
    expect(sha256([...codes].sort().join('\n'))).toBe(listHash)
    expect([codes.length, prizes]).toEqual([entries, 1])
    expect(drawnAgain(seed ?? '', codes, prizes)).toEqual(winners)
    const { ownCode } = await cast.shop.ask(winner.openid, 'lottery.see', { lotteryId })
    expect(winners).toEqual([ownCode])
  })

  test('the prize is the winner’s for nothing, and nobody else’s', async () => {
    await winner.tap('claim')
    await fillsIn(winner)
    await winner.seeAt('truth', '不用付钱')
    await winner.see('中奖奖品')
    await winner.picture('live-26-prize')
    await winner.tap('submit')
    await winner.readAll('status-paid')
    await winner.seeAt('payable', '¥0')
    const { dealId, productId, skuId } = await told()
    const wish = `productId=${productId}&skuId=${skuId}&quantity=1&dealId=${dealId}`
    await loser.open(page('orders/checkout', wish))
    await loser.see('这份奖品是给中奖者的')
    await loser.picture('live-27-not-yours')
    const prizes = await cast.shop.documents<Order>('orders', { 'deal.kind': 'prize' })
    expect(prizes).toMatchObject([{ memberId: winner.openid, live: null }])
    cast.expectNoTroubles()
  })
}
