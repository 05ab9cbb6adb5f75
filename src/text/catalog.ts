import type { FreightRule, Store } from '@domain/catalog/product'
import type { Phase } from '@domain/groupbuy/outlook'
import { money } from './money'
import { lasting } from './when'

const actions: Readonly<Record<Phase, string>> = {
  unstarted: '先看看',
  open: '去参团',
  soldOut: '去看看',
  closing: '看结果',
  settling: '看结果',
  settled: '看结算单',
}

/** What is left of something, exactly; the shop never says less than there is. */
function stockText(left: number, unit: string): string {
  return left > 0 ? `还有 ${left} ${unit}` : '已售罄'
}

/** The words of the shop window and of a product. */
export const catalogText = {
  ladder: '阶梯团',
  now: '现在',
  final: '最终价',
  unformed: '没有成团',
  joined: (people: number) => (people === 0 ? '还没有人参团' : `${people} 人已参团`),
  actions,
  startsIn: (leftMs: number) => `${lasting(leftMs)}后开始`,
  moreDeals: '还有这些团',
  inDeal: '拼团中',
  pickUpAt: (stores: readonly Store[]) =>
    stores.length === 1 ? (stores[0]?.name ?? '') : `${stores.length} 家自提点`,
  storesTitle: '自提点',
  call: '打电话',
  nothingTitle: '店里还没有上架商品',
  nothingHint: '店主正在备货，过一会儿再来看看',
  nothingHere: '这一类暂时没有商品',
  more: '往下还有更多',
  end: '都在这儿了',
  perUnit: (unit: string) => `/${unit}`,
  sku: '规格',
  stock: stockText,
  fromPrice: '起',
  dealTitle: '这件商品在拼团',
  dealHint: '参团价随人数下降，截止时多付的自动退回',
  description: '商品说明',
  noDescription: '暂时没有更多说明，有疑问可以问店里。',
  pickUpTitle: '怎么拿货',
  pickUpHint: '也可以选一家自提点，到店出示取货码取货：',
  freight: ({ flatFen, freeAboveFen }: FreightRule) =>
    flatFen === 0
      ? '快递到家，不收运费。'
      : `快递到家，运费 ${money(flatFen)}，满 ${money(freeAboveFen)} 免运费。`,
  team: '拼团',
  teamOf: (people: number) => `${people} 人团`,
  newcomers: '老带新',
  teamHint: '开团或参团，凑齐人数就按这个价成交；没凑齐，全额退款',
  toTeam: '去开团 / 参团',
  flash: '秒杀',
  flashLeft: (left: number, unit: string) => (left > 0 ? `还有 ${left} ${unit}` : '这场抢完了'),
  toFlash: '去秒杀',
  savings: '满减',
  home: '首页',
  buy: '立即购买',
  buyAlone: '单独购买',
  soldOut: '已售罄',
  soldOutHint: '这个规格卖完了，可以看看别的规格',
  sheetTitle: '选规格和数量',
  addToCart: '加入购物车',
  cart: '购物车',
  searchHint: '搜水果、规格、产地',
  shelves: '全部分类',
  addOf: (name: string) => `把 ${name} 加入购物车`,
  quantity: '数量',
  total: '合计',
  toCheckout: '去结算',
  pictureOf: (at: number, count: number) => `${at}/${count}`,
} as const
