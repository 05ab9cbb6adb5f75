import type { Fen } from '@domain/money'
import { PAY_WINDOW } from '@domain/orders/order'
import { teamPrice, type TeamDeal } from '@domain/teams/team'
import { MINUTE, type Instant } from '@domain/time'
import { money } from './money'
import { preSaleText } from './preSale'
import type { RuleText } from './rules'
import { lasting, when } from './when'

type Terms = Pick<
  TeamDeal,
  | 'priceFen'
  | 'leaderPriceFen'
  | 'people'
  | 'teamHours'
  | 'joiners'
  | 'perMember'
  | 'endsAt'
  | 'shipsAt'
>

/** What a team costs, in one sentence. */
function pricesText(deal: Terms): string {
  const leads = teamPrice(deal, true)
  const joins = `${deal.people} 个人一起买，每件 ${money(deal.priceFen)}`
  return leads < deal.priceFen
    ? `${joins}；开团的人是团长，每件 ${money(leads)}。`
    : `${joins}，开团和参团一个价。`
}

const shippingText = ({ shipsAt }: Terms): string =>
  shipsAt === undefined ? '成团以后才发货，自提也是成团以后才能取。' : preSaleText.truth(shipsAt)

const newcomerRule: RuleText = {
  title: '老带新',
  body: '谁都可以开团；参团的得是第一次在店里买的朋友，下单和付款时各核对一次。取消的、全额退款的订单不算买过。',
}

/** The whole of the rules, nothing left out. */
export function teamRules(deal: Terms, unit: string, now: Instant): readonly RuleText[] {
  return [
    { title: '多少钱', body: pricesText(deal) },
    {
      title: '多久成团',
      body: `团长付款后 ${deal.teamHours} 小时内凑满 ${deal.people} 人就成团，最晚不超过活动截止的${when(deal.endsAt, now)}。`,
    },
    {
      title: '人没凑齐',
      body: '到时间人没凑齐，这个团就不成，每个人付的钱全部原路退回，不用申请。',
    },
    ...(deal.joiners === 'newcomer' ? [newcomerRule] : []),
    {
      title: '位子怎么留',
      body: `下单后 ${PAY_WINDOW / MINUTE} 分钟内付款，这段时间位子给你留着，别人占不走；不付款，位子就放出来。一个人在一个团里占一个位子。`,
    },
    { title: preSaleText.ruleTitle, body: shippingText(deal) },
    {
      title: '想退出',
      body: '发货或取货之前，都可以在订单里申请全额退款。团长退出，团还在，下一位参团的人接着当团长。',
    },
    { title: '每人限购', body: `每人最多买 ${deal.perMember} ${unit}，没付款的订单也占名额。` },
    { title: '没有凑数的', body: '团里每个人都真的付了款，店里不会安排人凑数。' },
  ]
}

/** The words of team group-buys. */
export const teamsText = {
  offerTitle: '拼团',
  teamTitle: '一起拼团',
  size: (people: number) => `${people} 人团`,
  newcomers: '老带新',
  price: '拼团价',
  leads: '团长价',
  alone: '单独买',
  together: (people: number) => `${people} 人拼，每件`,
  asLeader: '开团的人，每件',
  ownTeam: '我在的团',
  saves: (fen: Fen) => `每件省 ${money(fen)}`,
  left: (left: number, unit: string) => (left > 0 ? `还有 ${left} ${unit}` : '拼团的货已经没有了'),
  ends: (endsAt: Instant, now: Instant) => `活动到${when(endsAt, now)} 截止`,
  starts: (startsAt: Instant, now: Instant) => `${when(startsAt, now)} 开始`,
  over: '活动已经截止',
  soldOut: '暂时没有了',
  open: (fen: Fen) => `开团 ${money(fen)}`,
  buyAlone: (fen: Fen) => `单独买 ${money(fen)}`,
  openTitle: '可以直接参的团',
  openHint: '参进去就少等一会儿，也可以自己开一个团。',
  openNone: '现在没有正在凑人的团，开一个，再叫上朋友。',
  goJoin: '去参团',
  seeOwn: '看我的团',
  missing: (missing: number) => `还差 ${missing} 人`,
  endsIn: (leftMs: number) => `还剩 ${lasting(leftMs)}`,
  rulesTitle: '完整规则',
  leader: '团长',
  own: '我',
  emptySeat: '等你来',
  seatInPayment: '付款中',
  inPayment: (seats: number) => `有 ${seats} 个位子的人正在付款，没付成就会放出来。`,
  headMissing: (missing: number) => `还差 ${missing} 人成团`,
  headFull: '人齐了，等最后的付款',
  headOver: '时间到了，正在确认有没有成团',
  headFormed: (people: number) => `${people} 个人齐了，成团`,
  headFailed: '人没凑齐，这个团没有成',
  hintOpen: (formBefore: Instant, now: Instant) =>
    `${when(formBefore, now)} 前凑满就成团；人没凑齐，全部款项原路退回。`,
  hintFormed: '接下来给大家备货，进度在各自的订单里。',
  hintFailed: '每个人付的钱都全额原路退回，不用申请。',
  ownRefunding: '人没凑齐，全部款项正在原路退回',
  ownRefunded: '人没凑齐，全部款项已原路退回',
  ownGaveBack: '你退出了这个团，款项原路退回',
  ownIn: '你在团里，付款已收到',
  hintOver: '正在核对最后的付款，一般几分钟内有结果。',
  join: (fen: Fen) => `参团 ${money(fen)}`,
  share: '叫朋友来',
  payOwn: '去付款',
  seeOrder: '看我的订单',
  openOwn: '自己开一个团',
  openAgain: '再开一个',
  cannotJoin: '这个团参不了',
  ownUnpaid: '位子给你留着，付了款才算参团',
  shareTitle: (name: string, missing: number, priceFen: Fen) =>
    missing > 0
      ? `还差 ${missing} 人，${money(priceFen)} 一起买${name}`
      : `${money(priceFen)} 一起拼${name}`,
  shareOffer: (name: string, people: number, priceFen: Fen) =>
    `${people} 人拼团 ${money(priceFen)}|${name}`,
} as const
