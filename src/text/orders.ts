import type { OrderView } from '@domain/orders/contract'
import type { OrderMoment, OrderStatus } from '@domain/orders/order'
import type { PriceStep, Skipped } from '@domain/orders/receipt'
import { fen, NOTHING, type Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { money } from './money'
import { lasting, when } from './when'

/** An order's state in two or three words, for tags and cards. */
export const statusText: Readonly<Record<OrderStatus, string>> = {
  unpaid: '待付款',
  paid: '已付款',
  cancelled: '已取消',
  expired: '超时取消',
  refunding: '退款中',
  refunded: '已退款',
}

/** A state's tone: amber waits, leaf is in order, plain is over. */
export const statusTone = {
  unpaid: 'amber',
  paid: 'leaf',
  cancelled: 'plain',
  expired: 'plain',
  refunding: 'amber',
  refunded: 'leaf',
} as const satisfies Readonly<Record<OrderStatus, string>>

/** A state in a few big words, for the head of the order page. */
export function statusTitle(order: OrderView, now: Instant): string {
  const { status, deal, payment } = order
  if (status === 'unpaid') return now < order.payBefore ? '等你付款' : '付款时间已过'
  if (status === 'refunding') return '全额退款中'
  if (status === 'refunded') return '已全额退款'
  if (status !== 'paid' || !payment) return statusText[status]
  if (!deal || deal.settled) return '可以取货了'
  return now < deal.endsAt ? '已参团，等截止' : '已截止，结算中'
}

/** What a state means and what comes next. */
export function statusHint(order: OrderView, now: Instant): string {
  switch (order.status) {
    case 'unpaid':
      // The cloud asks the gateway before it gives the order up: money may be on its way.
      if (now >= order.payBefore) return '正在向微信确认有没有付款，没付就自动取消'
      return `请在${when(order.payBefore, now)} 前付款，过时自动取消`
    case 'cancelled':
      return '没有扣款。需要时可以重新下单'
    case 'expired':
      return '没有在时限内付款，订单自动取消，没有扣款'
    case 'refunding':
      return `${whyBack(order)}款项正在原路退回，到账时间以银行为准`
    case 'refunded':
      return `${whyBack(order)}款项已原路退回你的支付账户`
    case 'paid':
      return paidHint(order, now)
  }
}

/** Why all the money goes back, where it was not asked for. */
function whyBack({ refunds }: OrderView): string {
  const reason = refunds[refunds.length - 1]?.reason
  if (reason === 'unformed') return '人数没到第一阶，这个团没有成。'
  if (reason === 'late') return '付款到的时候订单已经取消了。'
  return ''
}

function paidHint({ deal, delivery }: OrderView, now: Instant): string {
  const pickUp = `到${delivery.storeName}报姓名和手机号取货`
  if (!deal || deal.settled) return pickUp
  if (now < deal.endsAt) return `${when(deal.endsAt, now)} 截止，按最终台阶结算，多付的自动退回`
  return '正在清点人数，差价算好就自动退回'
}

/** A dated line of the order's story. */
export const momentText: Readonly<Record<OrderMoment['event'], string>> = {
  place: '下单',
  pay: '付款成功',
  cancel: '取消订单',
  expire: '超时未付款，自动取消',
  refund: '申请退款',
  settle: '拼团结算',
  repay: '全部款项已退回',
}

/** The receipt's line for one step of a line: its name and its why. */
export function stepText(step: PriceStep, unit: string): { label: string; why: string } {
  const { why } = step
  switch (step.kind) {
    case 'base':
      return { label: '商品原价', why: `${sum(why.unitFen)} × ${why.quantity} ${unit}` }
    case 'ladder':
      return { label: '阶梯团优惠', why: ladderWhy(why) }
    case 'freight':
      return { label: '运费', why: step.amountFen === 0 ? '到店自提，不收运费' : '到店自提服务费' }
  }
}

function ladderWhy(why: PriceStep['why']): string {
  const unit = `每份 ${sum(why.unitFen)}`
  if (Number(why.step) === 0) return `起步价，${unit}`
  return `已有 ${why.people} 人，到了第 ${why.step} 阶，${unit}`
}

/** Why something did not make it cheaper yet. */
export function skippedText({ why }: Skipped): string {
  return `再来 ${why.missing} 人降到每份 ${sum(why.unitFen)}：现在还没到，截止时到了就退差价`
}

const sum = (amount: number | string | undefined): string => money(fen(Number(amount ?? 0)))

/** Before → after, when the price moved between looking and ordering. */
export const priceMovedText = (before: Fen, after: Fen): string =>
  after < before ? '价格刚刚降了' : '价格刚刚变了'

/** The words of checkout. */
export const checkoutText = {
  store: '自提门店',
  chooseStore: '选择门店',
  person: '取货人',
  name: '姓名',
  namePlaceholder: '取货时报的名字',
  phone: '手机号',
  phonePlaceholder: '取货和联系用',
  kept: '会记在这部手机上，下次不用再填',
  count: '数量',
  note: '备注',
  notePlaceholder: '想对门店说的话（选填）',
  receipt: '价格明细',
  payable: '应付',
  skipped: (count: number) => `还没用上的优惠 ${count} 项`,
  submit: '提交并付款',
  placing: '正在下单…',
  paying: '等待付款…',
  needs: {
    store: '请选择自提门店',
    name: '请填写取货人姓名',
    phone: '请填写正确的手机号',
  },
  limit: (most: number, unit: string) => `最多 ${most} ${unit}`,
  before: '原来',
  after: '现在',
  orderAtNew: '按新价下单',
  think: '再看看',
  movedHint: '还没有下单，也没有扣款。',
  unsure: '没收到回复，再按一次不会重复下单',
  dealTruth: '截止时按最终台阶结算，多付的自动原路退回。',
} as const

/** A question before the order is given up. Its buttons have four characters at the most. */
export const cancelQuestion = {
  title: '取消这个订单？',
  text: '货会放回去给别人，需要时可以重新下单。',
  yes: '取消订单',
  no: '先不取消',
} as const

/** A question before the money is asked back; it says until when that is possible. */
export function refundQuestion({ deal, payment }: OrderView, now: Instant) {
  const sum = money(payment?.paidFen ?? NOTHING)
  const text = deal
    ? `你会退出这个团，${sum} 原路退回。${when(deal.endsAt, now)} 截止前都可以退；截止后人数定下，就不能退出了。`
    : `${sum} 会原路退回。取货前都可以申请。`
  return { title: '申请全额退款？', text, yes: '申请退款', no: '不退了' } as const
}

/** Until when the money may be asked back. */
export const refundUntil = ({ deal }: OrderView, now: Instant): string =>
  deal ? `${when(deal.endsAt, now)} 前可以全额退款` : '取货前可以全额退款'

/** The words of the order list and of the order page. */
export const ordersText = {
  all: '全部',
  nothing: {
    all: { title: '还没有订单', hint: '逛逛今天的好货，下的单都会在这里' },
    unpaid: { title: '没有待付款的订单', hint: '下了单没付的，会在这里等你 15 分钟' },
    paid: { title: '没有已付款的订单', hint: '付了款等取货的会在这里' },
    refunding: { title: '没有正在退款的订单', hint: '退款路上的钱会在这里看到' },
    refunded: { title: '没有已退款的订单', hint: '全额退掉的订单会在这里' },
    cancelled: { title: '没有取消的订单', hint: '' },
    expired: { title: '没有超时取消的订单', hint: '' },
  },
  goShopping: '去逛逛',
  end: '没有更多了',
  loading: '正在读取更多…',
  refunded: (sum: string) => `退回 ${sum}`,
  dealEnds: (endsAt: Instant, now: Instant) => `阶梯团 · ${when(endsAt, now)} 截止`,
  dealClosing: '阶梯团 · 结算中',
  dealSettled: '阶梯团 · 已结算',
  pay: '去付款',
  payNow: (sum: string) => `付款 ${sum}`,
  payLeft: '剩余 ',
  leftToPay: (leftMs: number) => lasting(leftMs),
  paid: '实付',
  payable: '应付',
  cancel: '取消订单',
  cancelled: '订单已取消',
  refund: '申请退款',
  refundAsked: '已申请，款项会原路退回',
  left: {
    paid: '正在确认付款，请稍等片刻',
    left: '还没有付款，没有扣款，订单为你留着',
    failed: '支付没有成功，没有扣款，可以再付一次',
  },
  timeline: '订单经过',
  arrived: (reason: string, sum: string) => `${reason} ${sum} 已到账`,
  moneyIn: '付出',
  moneyBack: '退回',
  moneyKept: '实际花费',
  transaction: '支付单号',
  refundNo: '退款单号',
  refundState: '状态',
  requestedAt: '发起时间',
  succeededAt: '到账时间',
  store: '取货门店',
  hours: (hours: string) => `营业时间 ${hours}`,
  person: '取货人',
  note: '备注',
  number: '订单号',
  copyNumber: '复制订单号',
  deal: '阶梯团',
  paidUnit: '参团时每份',
  alias: '结算单上显示为',
  dealRunning: '正在进行',
  dealClosed: '正在结算',
  dealEndsAt: (at: string) => `${at} 截止`,
  dealFinal: '最终每份',
  dealUnformed: '没有成团，全额退款',
  seeDeal: '看拼团',
  seeStatement: '看结算单',
} as const
