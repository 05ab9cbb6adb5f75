import { afterSaleBefore } from '@domain/aftersale/afterSale'
import type { OrderCard, OrderView } from '@domain/orders/contract'
import type { DeliveryKind } from '@domain/orders/delivery'
import { shipsAtOf } from '@domain/orders/handout'
import { keptFen, type OrderStatus } from '@domain/orders/order'
import type { TeamCard } from '@domain/teams/contract'
import type { Instant } from '@domain/time'
import { courierText } from './couriers'
import { preSaleText } from './preSale'
import { when } from './when'

/** An order's state in two or three words, for tags and cards. */
export function statusText(status: OrderStatus, delivery: DeliveryKind): string {
  if (status === 'paid') return delivery === 'pick-up' ? '待自提' : '待发货'
  return words[status]
}

const words: Readonly<Record<Exclude<OrderStatus, 'paid'>, string>> = {
  unpaid: '待付款',
  waiting: '待成团',
  shipped: '待收货',
  received: '已收货',
  done: '已完成',
  cancelled: '已取消',
  expired: '超时取消',
  refunding: '退款中',
  refunded: '已退款',
}

/** A state's tone: amber waits, leaf is in order, plain is over. */
export const statusTone = {
  unpaid: 'amber',
  waiting: 'amber',
  paid: 'leaf',
  shipped: 'leaf',
  received: 'leaf',
  done: 'plain',
  cancelled: 'plain',
  expired: 'plain',
  refunding: 'amber',
  refunded: 'leaf',
} as const satisfies Readonly<Record<OrderStatus, string>>

/** A state in a few big words, for the head of the order page. */
export function statusTitle(order: OrderView, team: TeamCard | null, now: Instant): string {
  const { status, delivery } = order
  switch (status) {
    case 'unpaid':
      return now < order.payBefore ? '等你付款' : '付款时间已过'
    case 'waiting':
      return waitingTitle(order, team, now)
    case 'paid':
      if (comesAt(order, now) !== undefined) return preSaleText.waitsTitle
      return delivery.kind === 'pick-up' ? '可以取货了' : '等待发货'
    case 'shipped':
      return '已发货，在路上'
    case 'received':
      return delivery.kind === 'pick-up' ? '已取货' : '已收货'
    case 'refunding':
      return keptFen(order) === 0 ? '全额退款中' : '退款中'
    case 'refunded':
      return keptFen(order) === 0 ? '已全额退款' : '已退款'
    default:
      return words[status]
  }
}

function waitingTitle({ deal }: OrderView, team: TeamCard | null, now: Instant): string {
  if (deal?.kind === 'ladder') return now < deal.endsAt ? '已参团，等截止' : '已截止，结算中'
  return team && team.missing > 0 ? `还差 ${team.missing} 人成团` : '付款成功，等成团'
}

/** What a state means and what comes next. */
export function statusHint(order: OrderView, team: TeamCard | null, now: Instant): string {
  switch (order.status) {
    case 'unpaid':
      // The cloud asks the gateway before it gives the order up: money may be on its way.
      if (now >= order.payBefore) return '正在向微信确认有没有付款，没付就自动取消'
      return `请在${when(order.payBefore, now)} 前付款，过时自动取消`
    case 'waiting':
      return waitingHint(order, team, now)
    case 'paid':
      return paidHint(order, now)
    case 'shipped':
      return shippedHint(order)
    case 'received':
      return receivedHint(order, now)
    case 'done':
      return '售后期已过，谢谢惠顾'
    case 'cancelled':
      return '没有扣款。需要时可以重新下单'
    case 'expired':
      return '没有在时限内付款，订单自动取消，没有扣款'
    case 'refunding':
      return `${whyBack(order)}款项正在原路退回，到账时间以银行为准`
    case 'refunded':
      return `${whyBack(order)}款项已原路退回你的支付账户`
  }
}

function waitingHint({ deal }: OrderView, team: TeamCard | null, now: Instant): string {
  if (deal?.kind === 'ladder') {
    if (now >= deal.endsAt) return '正在清点人数，差价算好就自动退回'
    return `${when(deal.endsAt, now)} 截止，按最终台阶结算，多付的自动退回`
  }
  if (!team) return '正在把你加进团里'
  if (now >= team.formBefore) return '时间到了，正在确认有没有成团'
  return `${when(team.formBefore, now)} 前凑满就成团，成团后才发货；没凑齐，全部款项自动原路退回`
}

/** When the goods of a pre-sale come; undefined for others, and once the day is there. */
function comesAt(order: OrderView, now: Instant): Instant | undefined {
  const shipsAt = shipsAtOf(order)
  return shipsAt !== undefined && now < shipsAt ? shipsAt : undefined
}

function paidHint(order: OrderView, now: Instant): string {
  const { delivery } = order
  const shipsAt = comesAt(order, now)
  if (shipsAt !== undefined) {
    return delivery.kind === 'courier'
      ? preSaleText.waitsToShip(shipsAt)
      : preSaleText.waitsForPickUp(shipsAt, delivery.storeName)
  }
  if (delivery.kind === 'courier') return '店里正在备货，发出后这里能看到快递单号'
  return `到${delivery.storeName}，把下面的取货码给店员看`
}

function shippedHint({ delivery }: OrderView): string {
  if (delivery.kind !== 'courier' || !delivery.parcel) return ''
  const { company, number } = delivery.parcel
  return `${courierText[company]} ${number}`
}

function receivedHint(order: OrderView, now: Instant): string {
  const before = afterSaleBefore(order)
  if (before === undefined || now >= before) return '谢谢惠顾'
  return `有问题可以在${when(before, now)} 前申请售后`
}

/** Why all the money goes back, where it was not asked for. */
function whyBack({ refunds, deal }: OrderView): string {
  const reason = refunds[refunds.length - 1]?.reason
  switch (reason) {
    case 'unformed':
      return deal?.kind === 'team'
        ? '到时间人没凑齐，这个团没有成。'
        : '人数没到第一阶，这个团没有成。'
    case 'late':
      return '付款到的时候订单已经取消了。'
    case 'not-newcomer':
      return '这个团只欢迎第一次在店里买的朋友，付款时你已经买过了。'
    case 'after-sale':
      return '售后申请已同意。'
    default:
      return ''
  }
}

/** The deal of an order in a card of the list, in a few words. */
export function cardDealText(deal: NonNullable<OrderCard['deal']>, now: Instant): string {
  if (deal.kind === 'flash') return '秒杀'
  if (deal.kind === 'live') return '直播'
  if (deal.kind === 'prize') return '抽奖奖品'
  if (deal.kind === 'mall') return '积分兑换'
  if (deal.kind === 'team') return deal.opens ? '拼团 · 我开的团' : '拼团'
  if (deal.settled) return '阶梯团 · 已结算'
  if (now >= deal.endsAt) return '阶梯团 · 结算中'
  return `阶梯团 · ${when(deal.endsAt, now)} 截止`
}
