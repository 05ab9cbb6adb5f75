import { yuan, type Fen } from '@domain/money'
import { shopTime } from '@domain/time'
import type { ReviewView } from '@/stores/ReviewStore'
import { csvOf, type Cell } from './csv'
import { funnelSteps, percent, reviewText, sums, type Sum } from './review'

type Table = readonly (readonly Cell[])[]
type Figures = ReviewView['review']['figures']

/** What a session's file is called: 复盘-2027-03-06-周末鲜果直播.csv; no sign that a disk refuses. */
export function reviewFileName({ session }: Pick<ReviewView, 'session'>): string {
  const title = session.title.replace(/[\s\\/:*?"<>|.]+/g, '-').slice(0, 40)
  return `${reviewText.title}-${shopTime(session.startedAt, 'YYYY-MM-DD')}-${title}.csv`
}

/** A whole review as a file of tables. Sums are in yuan, rates in percent, times in shop time. */
export function reviewCsv({ session, review, before, notes }: ReviewView): string {
  const { figures } = review
  return csvOf([
    [
      ['场次', session.title],
      ['开播', minute(session.startedAt)],
      ['下播', session.endedAt === null ? '' : minute(session.endedAt)],
      ['统计时间', minute(review.countedAt)],
    ],
    sumTable(figures, before?.figures),
    [
      ['漏斗', '人数'],
      ...funnelSteps.map((step) => [reviewText.steps[step], figures.funnel[step]]),
    ],
    productTable(figures),
    [
      ['时间', '在看人数', '订单', '成交额'],
      ...figures.minutes.map(({ at, viewers, orders, paidFen }) => {
        return [minute(at), viewers, orders, yuan(paidFen)]
      }),
    ],
    broughtTable('导购', figures.guides),
    broughtTable('门店', figures.stores),
    [
      ['优惠券', '领取', '使用', '抵扣'],
      ...figures.coupons.map(({ name, claimed, used, offFen }) => {
        return [name, claimed, used, yuan(offFen)]
      }),
    ],
    [
      ['抽奖', '参加', '奖品', '领走'],
      ...figures.lotteries.map(({ productName, entries, prizes, claimed }) => {
        return [productName, entries, prizes, claimed]
      }),
    ],
    [['记录时间', '下一场怎么做更好'], ...notes.map(({ at, words }) => [minute(at), words])],
  ])
}

const minute = (at: number): string =>
  shopTime(at as Parameters<typeof shopTime>[0], 'YYYY-MM-DD HH:mm')

function sumTable(now: Figures, before: Figures | undefined): Table {
  const value = (sum: Sum, figures: Figures | undefined): Cell => {
    if (!figures) return ''
    const figure = figures[sum.key]
    if (sum.unit === 'fen') return yuan(figure as Fen)
    return sum.unit === 'bps' ? percent(figure as Parameters<typeof percent>[0]) : figure
  }
  return [
    ['指标', '这一场', '上一场'],
    ...sums.map((sum) => [sum.name, value(sum, now), value(sum, before)]),
  ]
}

const productTable = ({ products }: Figures): Table => [
  ['商品', '看到', '点开', '下单', '付款', '件数', '成交额', '已退款'],
  ...products.map((product) => [
    productName(product),
    ...[product.exposed, product.clicked, product.orders, product.paid, product.pieces],
    ...[yuan(product.paidFen), yuan(product.refundedFen)],
  ]),
]

/** A product by its name; one that was bought beside the room's own goods says so. */
export const productName = ({
  dealId,
  name,
}: Pick<Figures['products'][number], 'dealId' | 'name'>): string =>
  dealId === null ? `${name}（${reviewText.shelf}）` : name

const broughtTable = (whose: string, rows: Figures['guides'] | Figures['stores']): Table => [
  [whose, '订单', '人数', '成交额'],
  ...rows.map(({ name, orders, buyers, paidFen }) => [name, orders, buyers, yuan(paidFen)]),
]
