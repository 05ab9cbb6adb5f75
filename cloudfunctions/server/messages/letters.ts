import type { FlashDeal } from '@domain/flashsale/flashSale'
import type { LiveSession } from '@domain/live/session'
import type { Letter, NewMessage } from '@domain/messages/message'
import { yuan } from '@domain/money'
import type { Order, OrderNews } from '@domain/orders/order'
import type { Refund } from '@domain/orders/refund'
import { shopTime, type Instant } from '@domain/time'

/** A moment as WeChat takes it in a field called `time`. */
const spoken = (moment: Instant): string => shopTime(moment, 'YYYY年M月D日 HH:mm')

/** The page of an order. */
const pageOf = ({ _id }: Pick<Order, '_id'>): string => `pages/orders/order/index?orderId=${_id}`

/** What an order is about, as short as a message has it. */
function goodsOf({ receipt }: Pick<Order, 'receipt'>): string {
  const [first, ...others] = receipt.lines
  const name = first?.product.name ?? '订单'
  return others.length === 0 ? name : `${name.slice(0, 12)} 等 ${receipt.lines.length} 样`
}

/** A session of a flash sale is about to start. */
export const flashStartLetter = ({
  name,
  startsAt,
}: Pick<FlashDeal, 'name' | 'startsAt'>): Letter => ({
  page: 'pages/flashsale/sessions/index',
  values: { thing1: name, time2: spoken(startsAt), thing3: '数量不多，记得准时来' },
})

/** A live session is about to start. */
export const liveStartLetter = ({
  _id,
  title,
  startsAt,
}: Pick<LiveSession, '_id' | 'title' | 'startsAt'>): Letter => ({
  page: `pages/live/session/index?liveId=${_id}`,
  values: { thing1: title, time2: spoken(startsAt), thing3: '马上开播，进来看看今天的好价' },
})

/** The parcel was handed to the courier. */
function shippedLetter(order: Order, now: Instant): Letter {
  const { delivery } = order
  const parcel = delivery.kind === 'courier' ? delivery.parcel : null
  return {
    page: pageOf(order),
    values: {
      thing1: goodsOf(order),
      character_string2: parcel?.number ?? '-',
      time3: spoken(parcel?.shippedAt ?? now),
      thing4: '收到后记得看看东西好不好',
    },
  }
}

/** The team is complete. */
function teamLetter(order: Order, now: Instant): Letter {
  return {
    page: pageOf(order),
    values: { thing1: goodsOf(order), time2: spoken(now), thing3: '人齐了，我们开始备货' },
  }
}

const letters: Readonly<Record<OrderNews, (order: Order, now: Instant) => Letter>> = {
  orderShipped: shippedLetter,
  teamFormed: teamLetter,
}

/** News of an order for the member whose it is. */
export function newsOf(order: Order, kind: OrderNews, now: Instant): NewMessage {
  const { _id: subject, memberId } = order
  return { kind, memberId, subject, sendAt: now, ...letters[kind](order, now) }
}

/** Money went back. */
export function refundNews(order: Order, refund: Refund, now: Instant): NewMessage {
  return {
    kind: 'refundSent',
    memberId: order.memberId,
    subject: refund.no,
    sendAt: now,
    page: pageOf(order),
    values: {
      thing1: goodsOf(order),
      amount2: `${yuan(refund.amountFen)}元`,
      time3: spoken(now),
      thing4: '已原路退回，到账以微信为准',
    },
  }
}
