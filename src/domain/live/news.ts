import type { LiveFigures, LiveGoods, LiveView, RoomNews, RoomView } from './contract'

/**
 * A session's view with what is new in its room; what did not change stays the very same object, so
 * that only what did is drawn again. Undefined where the news tell of something that the view does
 * not know yet, and the session has to be seen anew.
 */
export function withNews(view: LiveView, { room, figures }: RoomNews): LiveView | undefined {
  if (room && !knowsAllOf(view, room)) return undefined
  if (figures && !figures.goods.every((one) => find(view.goods, one))) return undefined
  if (!room && !figures) return view
  const { mark, goods: told } = figures ?? { mark: view.mark, goods: [] }
  const goods = view.goods.map((one) => {
    const now = told.find(({ dealId }) => dealId === one.dealId)
    return now && isOther(one, now) ? { ...one, ...now } : one
  })
  return { ...view, room: room ?? view.room, mark, goods }
}

const find = (goods: readonly LiveGoods[], { dealId }: LiveFigures): LiveGoods | undefined =>
  goods.find((one) => one.dealId === dealId)

const isOther = (one: LiveFigures, other: LiveFigures): boolean =>
  one.priceFen !== other.priceFen || one.left !== other.left || one.isOffered !== other.isOffered

/** Whether every coupon and lottery of a room is in the view. */
function knowsAllOf({ coupons, lotteries }: LiveView, room: RoomView): boolean {
  const templates = new Set(coupons.map(({ template }) => template._id))
  const known = new Set(lotteries.map(({ _id }) => _id))
  return (
    room.drops.every(({ templateId }) => templates.has(templateId)) &&
    room.lotteries.every((lotteryId) => known.has(lotteryId))
  )
}
