import { keptGoodsFen } from '@domain/aftersale/afterSale'
import { deservesGift, givesCouponBack } from '@domain/orders/benefits'
import type { Fen } from '@domain/money'
import type { OrderView } from '@domain/orders/contract'
import { isKept, momentOf } from '@domain/orders/order'
import { goodsFenOf } from '@domain/orders/story'
import { earnedBy, pointsDue, pointsOf } from '@domain/points/dues'

/** A line on what an order took of its member's benefits, or brings them. */
export interface BenefitText {
  readonly id: string
  readonly label: string
  readonly value: string
  /** leaf: it came, or came back. quiet: it is still to come. */
  readonly tone: 'leaf' | 'quiet' | undefined
}

/** What became of the coupon and the points that an order was placed with, and what it brings. */
export function benefitTexts(order: OrderView): readonly BenefitText[] {
  return [
    couponText(order),
    spentText(order),
    backText(order),
    earnedText(order),
    giftText(order),
  ].filter((text) => text !== undefined)
}

/** The coupon's name as the receipt has it. */
const couponName = ({ receipt }: OrderView): string | undefined =>
  receipt.lines.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'coupon')?.name ??
  undefined

function couponText(order: OrderView): BenefitText | undefined {
  if (order.couponId === null) return undefined
  const line = { id: 'benefit-coupon', label: couponName(order) ?? '优惠券' }
  if (order.status === 'unpaid') return { ...line, value: '为这单留着，付款后用掉', tone: 'quiet' }
  if (order.payment === null) return { ...line, value: '已还给你', tone: 'leaf' }
  if (givesCouponBack(order)) return { ...line, value: '已还给你，没过期就能再用', tone: 'leaf' }
  return { ...line, value: '已用掉', tone: undefined }
}

function spentText(order: OrderView): BenefitText | undefined {
  const points = pointsOf(order)
  if (points === 0) return undefined
  const line = { id: 'benefit-spent', label: '用积分' }
  if (order.status === 'unpaid') {
    return { ...line, value: `${points} 积分为这单留着，付款后用掉`, tone: 'quiet' }
  }
  if (order.payment === null) return { ...line, value: `${points} 积分已还给你`, tone: 'leaf' }
  return { ...line, value: `${points} 积分`, tone: undefined }
}

function backText(order: OrderView): BenefitText | undefined {
  const back = pointsOf(order) - pointsDue(order).spent
  if (order.payment === null || back === 0) return undefined
  return { id: 'benefit-back', label: '退回积分', value: `${back} 积分`, tone: 'leaf' }
}

function earnedText(order: OrderView): BenefitText | undefined {
  const { earning } = order
  if (!earning || !isWanted(order)) return undefined
  const line = { id: 'benefit-earned', label: '得积分' }
  if (isReceived(order)) {
    return { ...line, value: `${pointsDue(order).earned} 积分`, tone: 'leaf' }
  }
  const points = earnedBy(earning, goodsFen(order))
  return points > 0 ? { ...line, value: `收货后得 ${points} 积分`, tone: 'quiet' } : undefined
}

function giftText(order: OrderView): BenefitText | undefined {
  const { gifts } = order
  if (!isWanted(order)) return undefined
  const line = { id: 'benefit-gift', label: '赠券' }
  const given = gifts.filter((gift) => deservesGift(order, gift)).length
  if (given > 0) return { ...line, value: `${given} 张，在我的优惠券里`, tone: 'leaf' }
  if (isReceived(order)) return undefined
  const coming = gifts.filter(({ minPaidFen }) => goodsFen(order) >= minPaidFen).length
  return coming > 0 ? { ...line, value: `收货后送 ${coming} 张`, tone: 'quiet' } : undefined
}

/** Whether the order stands: its goods are paid, or may still be. */
const isWanted = ({ status }: OrderView): boolean => status === 'unpaid' || isKept(status)

/** What the shop keeps, or will keep, for the goods. */
const goodsFen = (order: OrderView): Fen =>
  order.payment ? keptGoodsFen(order) : goodsFenOf(order.receipt)

const isReceived = (order: OrderView): boolean =>
  momentOf(order, 'receive') !== undefined || momentOf(order, 'verify') !== undefined
