import type { DealOffer, Receipt } from '@domain/orders/receipt'
import type { DeliveryKind } from '@domain/orders/delivery'
import { NOTHING, subtract, type Fen } from '@domain/money'
import type { PointsChoice, SavedPrice } from '@domain/orders/savings'
import { storyOf } from '@domain/orders/story'
import { money } from './money'
import { preSaleText } from './preSale'
import { pointsHindranceText } from './receipt'

/** Whether a price that moved fell or rose. */
export const priceMovedText = (before: Fen, after: Fen): string =>
  after < before ? '价格刚刚降了' : '价格刚刚变了'

/** What a way of delivery costs, e.g. 免运费 or 运费 ¥6，再买 ¥12 免运费. */
export function deliveryCostText(kind: DeliveryKind, { freightFen, skipped }: Receipt): string {
  if (kind === 'pick-up') return freightFen === 0 ? '不收运费' : `服务费 ${money(freightFen)}`
  if (freightFen === 0) return '免运费'
  const ahead = skipped.find((one) => one.kind === 'freight')
  const missing = Number(ahead?.why.missing ?? 0) as Fen
  return missing > 0
    ? `运费 ${money(freightFen)}，再买 ${money(missing)} 免运费`
    : `运费 ${money(freightFen)}`
}

/** What one must know before paying in a deal. */
export function dealTruthText(offer: DealOffer, payMinutes: number | undefined): string {
  const { shipsAt } = offer
  const preSale = shipsAt === undefined ? '' : preSaleText.truth(shipsAt)
  switch (offer.kind) {
    case 'ladder':
      return `截止时按最终台阶结算，多付的自动原路退回。${preSale || '截止以后才发货。'}`
    case 'team':
      return `付款后算入 ${offer.people} 人团，成团以后才发货；到时间没凑齐，全部款项自动原路退回。${preSale}`
    case 'flash':
      return payMinutes === undefined
        ? '下单后请尽快付款，过时自动取消，名额让给下一位。'
        : `下单后 ${payMinutes} 分钟内付款，过时自动取消，名额让给下一位。`
    case 'live':
      return '直播价按下单这一刻算，下单以后不再变。'
    case 'prize':
      return '这是你中的奖，不用付钱，也不收运费。'
    case 'mall':
      return '积分在下单时扣住，付款后才真正用掉；取消或退款，积分原样退回。'
  }
}

/** How far a sum rose or fell. */
export const moveText = (beforeFen: Fen, afterFen: Fen): string => {
  const moved = subtract(afterFen, beforeFen)
  return moved < 0 ? `便宜了 ${money(subtract(NOTHING, moved))}` : `贵了 ${money(moved)}`
}

/** What stands at the right of the coupon row. */
export function couponRowText({ choices, couponId, receipt }: SavedPrice): string {
  const { usable, unusable } = choices
  const step = storyOf(receipt).whole.find(({ kind }) => kind === 'coupon')
  if (couponId !== null && step) return money(step.amountFen)
  if (usable.length > 0) return `${usable.length} 张可用`
  return unusable.length > 0 ? `${unusable.length} 张都不能用` : '没有优惠券'
}

/** What points would do, or why they do nothing. */
export function pointsRowText({ usable, offFen, available, hindrance, offset }: PointsChoice) {
  if (usable > 0) return `用 ${usable} 积分抵 ${money(offFen)}`
  if (available <= 0) return `现在没有积分，${offset.minPoints} 积分起用`
  return hindrance ? pointsHindranceText(hindrance) : '这单用不上积分'
}

/** How points pay: 共 300 积分，100 起用，最多抵金额的 50%. */
export const pointsRuleText = ({ available, offset }: PointsChoice): string =>
  `共 ${available} 积分，${offset.minPoints} 起用，最多抵金额的 ${offset.maxBps / 100}%`

/** The words of checkout. */
export const checkoutText = {
  deliveryTitle: '怎么拿货',
  delivery: { courier: '快递到家', 'pick-up': '到店自提' },
  store: '自提门店',
  chooseStore: '选择门店',
  person: '取货人',
  address: '收货地址',
  chooseAddress: '选择收货地址',
  addressForm: '填写收货地址',
  addressUnread: '没能打开地址簿，请在微信设置里允许使用通讯地址',
  saveAddress: '用这个地址',
  region: '所在地区',
  regionPlaceholder: '省 / 市 / 区县',
  regionUnready: '正在加载地区…',
  detail: '详细地址',
  detailPlaceholder: '街道、小区、楼栋、门牌号',
  name: '姓名',
  namePlaceholder: '取货时报的名字',
  recipientPlaceholder: '收货人的名字',
  phone: '手机号',
  phonePlaceholder: '取货和联系用',
  kept: '会记在这部手机上，下次不用再填',
  count: '数量',
  pieces: (pieces: number) => `共 ${pieces} 件`,
  note: '备注',
  notePlaceholder: '想对店里说的话（选填）',
  receipt: '价格明细',
  payable: '应付',
  submit: '提交并付款',
  submitFree: '提交订单',
  redeem: '确认兑换',
  coupon: '优惠券',
  chooseCoupon: '选一张优惠券',
  best: '最划算',
  noCoupon: '不使用优惠券',
  comesTo: (sum: string) => `应付 ${sum}`,
  unusable: (count: number) => `这单不能用的 ${count} 张`,
  noCoupons: '还没有优惠券，去领券中心看看',
  points: '积分抵扣',
  pointsSwitch: (isOn: boolean) => `积分抵扣，${isOn ? '已打开' : '已关闭'}`,
  placing: '正在下单…',
  paying: '等待付款…',
  needs: {
    store: '请选择自提门店',
    address: '请选择收货地址',
    name: '请填写取货人姓名',
    phone: '请填写正确的手机号',
  },
  addressNeeds: {
    name: '请填写收货人姓名',
    phone: '请填写正确的手机号',
    region: '请选择所在地区',
    detail: '请填写详细地址',
  },
  limit: (most: number, unit: string) => `最多 ${most} ${unit}`,
  before: '原来',
  after: '现在',
  orderAtNew: '按新价下单',
  think: '再看看',
  movedHint: '还没有下单，也没有扣款。',
  unsure: '没收到回复，再按一次不会重复下单',
  toCart: '回购物车看看',
  nothingChosen: '购物车里没有选中的商品',
} as const
