/**
 * A live session that is over: what its review says is what happened, and what it is compared by.
 */
import { cherries, durian, liveId } from '../harness/cockpit'
import { csvRows } from '../harness/csv'
import { countLive, type LiveCount } from './live-count'
import { at, fillsIn, nextLive, type LiveCast } from './live-stage'

const nextCherries = 'live-next-cherry-j-2-2jin' as typeof cherries

/** Registers the story's last part. */
export function liveReviewStory(cast: LiveCast): void {
  let count: LiveCount

  test('ended in the cockpit, both rooms say so, and nothing is sold at its price', async () => {
    const { ann, bo, cui, stage } = cast
    for (const phone of [ann, bo]) {
      await phone.open(at('live/room', liveId))
      await phone.seeAt('explained-name', '猫山王')
    }
    await bo.tap('buy')
    await fillsIn(bo)
    await cui.tap('end')
    await cui.answer('下播')
    await cui.seeAt('time', '播了')
    await cast.sees(ann, 'over', '这场直播结束了')
    await ann.seeAt(`buy-${cherries}`, '已结束')
    await ann.picture('live-30-over')
    await bo.tap('submit')
    await bo.seeAt('refusal', '活动已经截止了')
    await bo.picture('live-31-too-late')
    await Promise.all([ann, bo].map((phone) => stage.putAway(phone)))
  })

  test('its review is what an own count of payments, orders and events comes to', async () => {
    const { cui, shop } = cast
    count = await countLive(shop, liveId)
    expect(count).toMatchObject({ gmvFen: 61_660, orders: 3, paid: 2, buyers: 2, viewers: 3 })
    expect(count.visits).toBeGreaterThan(count.viewers)
    await cui.tap('review')
    await cui.tap('recount')
    await cui.seeAt('sum-gmvFen', '¥616.60')
    await cui.seeAt('sum-orders', `${count.orders} 单`)
    await cui.seeAt('sum-paid', `${count.paid} 单`)
    await cui.seeAt('sum-buyers', `${count.buyers} 人`)
    await cui.seeAt('sum-viewers', `${count.viewers} 人`)
    await cui.seeAt('sum-visits', `${count.visits} 次`)
    await cui.seeAt('sum-reserved', '1 人')
    await cui.seeAt('sums', '这是第一场，没有上一场可以比')
    await cui.picture('live-32-review')
  })

  test.each([
    { dealId: durian, paid: '¥616.60' },
    { dealId: cherries, paid: '¥0' },
  ])('$dealId did what it did', async ({ dealId, paid }) => {
    const { exposed, clicked, orders, pieces } = count.of(dealId)
    const figures = `看到 ${exposed} · 点开 ${clicked} · 下单 ${orders} · 卖出 ${pieces} 件`
    await cast.cui.seeAt(`figures-${dealId}`, figures)
    await cast.cui.seeAt(`figures-${dealId}`, paid)
  })

  test('what was given away and who brought bo stand there too', async () => {
    const { cui } = cast
    const lotteryId = await cast.newestLottery()
    await cui.seeAt('given-live-20', '领 1 · 用 1')
    await cui.seeAt('given-live-20', '抵了 ¥20')
    await cui.seeAt(`given-${lotteryId}`, '2 人参加 · 奖品 1 份 · 领走 1 份')
    await cui.seeAt('brought-guide-04', '刘洋')
    await cui.seeAt('brought-guide-04', '¥318.30')
    await cui.seeAt('brought-guide-04', '1 单 · 1 人')
  })

  test('the file has the same figures, and what is noted stays', async () => {
    const { cui, stage } = cast
    const rows = csvRows(await stage.fileBy(cui, 'save-file'))
    const row = (name: string) => rows.find(([first]) => first === name)
    expect(row('成交额')).toEqual(['成交额', '616.60', ''])
    expect(row('下单')).toEqual(['下单', '3', ''])
    expect(row('付款')).toEqual(['付款', '2', ''])
    expect(row('看的人')).toEqual(['看的人', String(count.viewers), ''])
    const { exposed, clicked } = count.of(durian)
    const sold = [String(exposed), String(clicked), '2', '2', '2', '616.60', '0']
    expect(row('马来西亚猫山王榴莲 4斤')).toEqual(['马来西亚猫山王榴莲 4斤', ...sold])
    expect(row('刘洋')).toEqual(['刘洋', '1', '1', '318.30'])
    await cui.type('note-words', '猫山王多备 20 个，早半小时讲')
    await cui.tap('note')
    await cui.seeAt('notes', '猫山王多备 20 个，早半小时讲')
    await cui.picture('live-33-noted')
    await cui.open(at('charts/review', liveId))
    await cui.seeAt('notes', '猫山王多备 20 个，早半小时讲')
  })

  test('the next session, in which bo buys something cheaper, is compared with it', async () => {
    const { bo, cui, shop, stage } = cast
    const { session } = await shop.ask('bo', 'live.see', { liveId: nextLive })
    await shop.passTo(session.startsAt - 60_000)
    await cui.open(at('cockpit/cockpit', nextLive))
    await cui.tap('start')
    await cui.answer('开播')
    await cui.seeAt('time', '已播')
    await stage.takeUp(bo)
    await bo.open(at('live/room', nextLive))
    await bo.tap(`buy-${nextCherries}`)
    await bo.buy()
    await stage.putAway(bo)
    await cast.sees(cui, 'paid-orders', '1')
    await cui.tap('end')
    await cui.answer('下播')
    await cui.tap('review')
    await cui.seeAt('sum-gmvFen', '¥84.15')
    await cui.seeAt('sum-gmvFen', '比上一场少 ¥532.45')
    await cui.seeAt('sum-paid', '比上一场少 1 单')
    await cui.seeAt('sum-viewers', '比上一场少 2 人')
    await cui.seeAt('sum-reserved', '比上一场少 1 人')
    await cui.picture('live-34-compared')
    cast.expectNoTroubles()
  })
}
