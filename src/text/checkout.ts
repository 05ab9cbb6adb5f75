import type { DealOffer, Receipt } from '@domain/orders/receipt'
import type { DeliveryKind } from '@domain/orders/delivery'
import { NOTHING, subtract, type Fen } from '@domain/money'
import { money } from './money'
import { preSaleText } from './preSale'

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
  }
}

/** How far a sum rose or fell. */
export const moveText = (beforeFen: Fen, afterFen: Fen): string => {
  const moved = subtract(afterFen, beforeFen)
  return moved < 0 ? `便宜了 ${money(subtract(NOTHING, moved))}` : `贵了 ${money(moved)}`
}

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
