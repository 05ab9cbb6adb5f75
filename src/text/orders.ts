import type { OrderView } from '@domain/orders/contract'
import { AFTER_SALE_WINDOW, type DeliveryKind } from '@domain/orders/delivery'
import { keptFen, type OrderMoment } from '@domain/orders/order'
import { DAY, type Instant } from '@domain/time'
import { pointsDue } from '@domain/points/dues'
import { money } from './money'
import { lasting, when } from './when'

/** A dated line of the order's story. */
export function momentText(event: OrderMoment['event'], delivery: DeliveryKind): string {
  if (event === 'pay' || event === 'join') return '付款成功'
  if (event === 'receive') return delivery === 'courier' ? '确认收货' : '已取货'
  return moments[event]
}

const moments: Readonly<Record<Exclude<OrderMoment['event'], 'pay' | 'join' | 'receive'>, string>> =
  {
    place: '下单',
    settle: '阶梯团结算',
    form: '成团了',
    ship: '已发货',
    verify: '到店取货，取货码已核销',
    finish: '售后期已过，订单完成',
    cancel: '取消订单',
    expire: '超时未付款，自动取消',
    refund: '申请退款',
    repay: '款项已全部退回',
  }

/** A question before the order is given up. Its buttons have four characters at the most. */
export const cancelQuestion = {
  title: '取消这个订单？',
  text: '货会放回去给别人，占着的优惠券和积分还给你。需要时可以重新下单。',
  yes: '取消订单',
  no: '先不取消',
} as const

/** A question before a parcel counts as received. */
export const receiveQuestion = {
  title: '收到货了吗？',
  text: `请先看看货对不对。确认收货后 ${AFTER_SALE_WINDOW / DAY} 天内还可以申请售后。`,
  yes: '收到了',
  no: '还没有',
} as const

/** A question before the money is asked back; it says until when that is possible. */
export function refundQuestion(order: OrderView, now: Instant) {
  const text = refundTerms(order, money(keptFen(order)), now) + alsoBack(order)
  return { title: '申请全额退款？', text, yes: '申请退款', no: '不退了' } as const
}

function refundTerms(order: OrderView, sum: string, now: Instant): string {
  const { status, deal, delivery } = order
  if (keptFen(order) === 0) return '这笔订单没有付钱，退掉以后货放回去。'
  if (status === 'waiting' && deal?.kind === 'ladder') {
    return `你会退出这个团，${sum} 原路退回。${when(deal.endsAt, now)} 截止前都可以退；截止后要等结算完才能再申请。`
  }
  if (status === 'waiting') return `你会退出这个团，位子让给别人，${sum} 原路退回。`
  const until = delivery.kind === 'pick-up' ? '取货' : '发货'
  return `${sum} 会原路退回，不用等审核。${until}前都可以申请。`
}

/** What comes back beside the money. */
function alsoBack(order: OrderView): string {
  const points = pointsDue(order).spent
  const parts = [
    ...(points > 0 ? [`${points} 积分`] : []),
    ...(order.couponId === null ? [] : ['用掉的优惠券']),
  ]
  return parts.length > 0 ? `${parts.join('和')}也还给你。` : ''
}

/** Until when the money may be asked back. */
export function refundUntil({ status, deal, delivery }: OrderView, now: Instant): string {
  if (status === 'waiting' && deal?.kind === 'ladder') {
    return `${when(deal.endsAt, now)} 前可以全额退款`
  }
  if (status === 'waiting') return '成团前可以全额退款'
  return delivery.kind === 'pick-up' ? '取货前可以全额退款' : '发货前可以全额退款'
}

/** The words of the order list. */
export const orderListText = {
  tabs: {
    all: '全部',
    unpaid: '待付款',
    waiting: '待成团',
    paid: '待发货/自提',
    shipped: '待收货',
    done: '已完成',
    'after-sale': '售后',
  },
  nothing: {
    all: { title: '还没有订单', hint: '逛逛今天的好货，下的单都会在这里' },
    unpaid: { title: '没有待付款的订单', hint: '下了单没付的，会在这里等你付款' },
    waiting: { title: '没有在等成团的订单', hint: '参了团、还没截止的会在这里' },
    paid: { title: '没有待发货、待自提的订单', hint: '付了款等发货、等取货的会在这里' },
    shipped: { title: '没有在路上的包裹', hint: '发了货的会在这里，收到后点确认收货' },
    done: { title: '还没有完成的订单', hint: '收到货的订单会在这里' },
    'after-sale': { title: '没有售后申请', hint: '申请过售后的订单会在这里' },
  },
  goShopping: '去逛逛',
  end: '没有更多了',
  loading: '正在读取更多…',
  refunded: (sum: string) => `退回 ${sum}`,
  points: (points: number) => `+ ${points} 积分`,
  pointsBack: (points: number) => `退回 ${points} 积分`,
  couponBack: '优惠券已还',
  asking: '售后处理中',
  more: (count: number) => `共 ${count} 样商品`,
  pay: '去付款',
  payLeft: '剩余 ',
  code: '取货码',
  receive: '确认收货',
  again: '再来一单',
} as const

/** The words of the order page. */
export const ordersText = {
  payNow: (sum: string) => `付款 ${sum}`,
  leftToPay: (leftMs: number) => lasting(leftMs),
  paid: '实付',
  payable: '应付',
  cancel: '取消订单',
  cancelled: '订单已取消',
  refund: '申请退款',
  refundPart: '退部分商品',
  refundAsked: '已申请，款项会原路退回',
  receive: '确认收货',
  received: '已确认收货',
  autoReceive: (leftMs: number) => `${lasting(leftMs)}后自动确认收货`,
  again: '再来一单',
  left: {
    paid: '正在确认付款，请稍等片刻',
    left: '还没有付款，没有扣款，订单为你留着',
    failed: '支付没有成功，没有扣款，可以再付一次',
  },
  timeline: '订单经过',
  benefits: '券和积分',
  arrived: (reason: string, sum: string) => `${reason} ${sum} 已到账`,
  asked: (no: number, sum: string) => `第 ${no} 次申请售后，退 ${sum}`,
  granted: (no: number) => `店里同意了第 ${no} 次售后申请`,
  refused: (no: number, answer: string) => `店里没有同意第 ${no} 次售后申请：${answer}`,
  withdrawn: (no: number) => `第 ${no} 次售后申请已撤回`,
  moneyIn: '付出',
  moneyBack: '退回',
  moneyKept: '实际花费',
  transaction: '支付单号',
  refundNo: '退款单号',
  refundState: '状态',
  requestedAt: '发起时间',
  succeededAt: '到账时间',
  code: '取货码',
  codeHint: '给店员扫一扫，或报这串数字',
  codeAlt: (code: string) => `取货码 ${code}`,
  store: '取货门店',
  hours: (hours: string) => `营业时间 ${hours}`,
  person: '取货人',
  address: '收货地址',
  parcel: '快递',
  parcelNumber: '快递单号',
  copyParcel: '复制单号',
  note: '备注',
  number: '订单号',
  copyNumber: '复制订单号',
  ladder: '阶梯团',
  paidUnit: '参团时每份',
  alias: '结算单上显示为',
  dealRunning: '正在进行',
  dealClosed: '正在结算',
  dealEndsAt: (at: string) => `${at} 截止`,
  dealFinal: '最终每份',
  dealUnformed: '没有成团，全额退款',
  seeDeal: '看拼团',
  seeStatement: '看结算单',
  team: '拼团',
  teamPeople: (people: number, size: number) => `${people} 人已付款，共 ${size} 个位子`,
  teamFormed: '已成团',
  teamFailed: '没有成团',
  teamOpen: (missing: number) => `还差 ${missing} 人`,
  teamBefore: '成团时限',
  teamAlias: '团里显示为',
  seeTeam: '看这个团',
} as const
