import type { DealId, LotteryId, TemplateId } from '@domain/ids'
import type { LiveGoods, LiveView, RoomNews, RoomView } from '@domain/live/contract'
import { withNews } from '@domain/live/news'
import type { Fen } from '@domain/money'
import type { Instant } from '@domain/time'

const goods = (dealId: string, left: number) =>
  ({ dealId: dealId as DealId, priceFen: 900 as Fen, left, isOffered: true }) as LiveGoods

const room = {
  status: 'live',
  explaining: null,
  drops: [{ templateId: 'live-20' as TemplateId, at: 1 as Instant }],
  lotteries: ['honey' as LotteryId],
  rev: 4,
} as unknown as RoomView

const view = {
  room,
  goods: [goods('cherry', 10), goods('plum', 20)],
  coupons: [{ template: { _id: 'live-20' } }],
  lotteries: [{ _id: 'honey' }],
  mark: 'a1',
} as unknown as LiveView

const nothing: RoomNews = { room: null, figures: null }
const figuresOf = (...told: LiveGoods[]): RoomNews => ({
  room: null,
  figures: { mark: 'b2', goods: told },
})

test('no news leave the view as it is', () => {
  expect(withNews(view, nothing)).toBe(view)
})

test('a figure that moved is shown, and everything else stays the very same thing', () => {
  const after = withNews(view, figuresOf(goods('cherry', 9), goods('plum', 20)))
  expect(after?.goods[0]).toMatchObject({ dealId: 'cherry', left: 9 })
  expect(after?.goods[1]).toBe(view.goods[1])
  expect(after?.room).toBe(view.room)
  expect(after?.mark).toBe('b2')
})

test.each<[string, Partial<LiveGoods>]>([
  ['price', { priceFen: 800 as Fen }],
  ['stock', { left: 3 }],
  ['place on the shelf', { isOffered: false }],
])('a new %s is taken over', (_what, change) => {
  const after = withNews(view, figuresOf({ ...goods('cherry', 10), ...change }))
  expect(after?.goods[0]).toMatchObject(change)
})

test('a room that moved is shown with the figures that are known', () => {
  const moved = { ...room, rev: 5, status: 'ended' as const }
  const after = withNews(view, { room: moved, figures: null })
  expect(after?.room).toBe(moved)
  expect(after?.goods.map((one) => one)).toEqual(view.goods)
  expect(after?.mark).toBe('a1')
})

test.each<[string, RoomNews]>([
  [
    'a coupon',
    { ...nothing, room: { ...room, drops: [{ templateId: 'x' as TemplateId, at: 2 as Instant }] } },
  ],
  ['a lottery', { ...nothing, room: { ...room, lotteries: ['milk' as LotteryId] } }],
  ['something sold', figuresOf(goods('melon', 1))],
])('%s that the view does not know has the session seen anew', (_what, news) => {
  expect(withNews(view, news)).toBeUndefined()
})
