import type { Ladder, LadderDeal } from '@domain/groupbuy/ladder'
import { nextStep } from '@domain/groupbuy/ladder'
import type { StatementDifference } from '@domain/groupbuy/recount'
import { fen, type Fen } from '@domain/money'
import { PAY_WINDOW } from '@domain/orders/order'
import { MINUTE, type Instant } from '@domain/time'
import { money } from './money'
import { preSaleText } from './preSale'
import type { RuleText } from './rules'
import { lasting, when } from './when'

/** What more neighbours bring, in one sentence. */
function nextStepText(ladder: Ladder, people: number): string {
  const next = nextStep(ladder, people)
  if (!next) return '已经到最低价，全员都按这个价'
  return `再来 ${next.missing} 人，全员降到 ${money(next.step.priceFen)}`
}

/** The one sentence of truth about paying now and settling later. */
export const truthText = (priceNowFen: Fen): string =>
  `现在付 ${money(priceNowFen)}；截止时按最终台阶，多付的自动原路退回。`

/** What happens when the first step is not reached, in one sentence. */
export function belowFirstStepText({ belowFirstStep, steps, basePriceFen }: Ladder): string {
  const first = steps[0]?.people ?? 0
  return belowFirstStep === 'refund-all'
    ? `截止时不满 ${first} 人，这个团就不成，所有人全额原路退款。`
    : `截止时不满 ${first} 人，就按起步价 ${money(basePriceFen)} 成交，照常取货，没有差价可退。`
}

/** The whole of the rules, nothing left out. */
export function rulesText(
  deal: Pick<LadderDeal, 'ladder' | 'perMember' | 'endsAt' | 'shipsAt'>,
  unit: string,
  now: Instant,
): readonly RuleText[] {
  const { ladder, perMember, shipsAt } = deal
  const steps = ladder.steps.map((step) => `满 ${step.people} 人 ${money(step.priceFen)}`)
  return [
    {
      title: '价格怎么降',
      body: `起步价 ${money(ladder.basePriceFen)}，${steps.join('，')}。到了哪一阶，全员都按哪一阶的价。`,
    },
    {
      title: '人数怎么算',
      body: '付了款、没有退款的人才算。同一个人买几份、下几单都只算 1 人，截止那一刻清点。',
    },
    {
      title: '先付多少',
      body: '按下单那一刻的台阶价付款。之后价格只会更低，不会让你补钱。',
    },
    {
      title: '差价怎么退',
      body: '截止后按最终台阶结算，多付的自动原路退回。每单退一次，有退款单号可查，不用申请。',
    },
    { title: '人不够怎么办', body: belowFirstStepText(ladder) },
    ...(shipsAt === undefined
      ? []
      : [{ title: preSaleText.ruleTitle, body: preSaleText.truth(shipsAt) }]),
    { title: '每人限购', body: `每人最多买 ${perMember} ${unit}，没付款的订单也占名额。` },
    {
      title: '多久内付款',
      body: `下单后 ${PAY_WINDOW / MINUTE} 分钟内付款。过时订单自动取消，货留给别人；万一之后才扣到款，会全额退回。`,
    },
    {
      title: '想退出',
      body: `${when(deal.endsAt, now)} 截止前，可以在订单里申请全额退款，人数会相应减少。截止后人数已经定下，就不能再退出了。`,
    },
    {
      title: '账目公开',
      body: '结算后公布结算单：每一单付了多少、退了多少都列出来，名字隐去，谁都可以自己加一遍。',
    },
  ]
}

/** What stands where the countdown was, once it is over. */
export const closedText: Readonly<Record<Exclude<LadderDeal['status'], 'open'>, string>> = {
  closing: '已截止，正在清点人数',
  settling: '人数已定，该退的正在退回',
  settled: '已结算，该退的都退完了',
}

/** What the phone found out by re-adding the rows. */
export function differenceText({ of, published, counted }: StatementDifference): string {
  if (of === 'rows') return `有 ${counted} 单的应付或退款算得不对`
  const show = of === 'orders' || of === 'pieces' ? String : (sum: number) => money(fen(sum))
  return `${differenceNames[of]}：公布的是 ${show(published)}，加出来是 ${show(counted)}`
}

const differenceNames: Readonly<Record<Exclude<StatementDifference['of'], 'rows'>, string>> = {
  orders: '单数',
  pieces: '件数',
  paidFen: '实付合计',
  dueFen: '应付合计',
  refundFen: '退款合计',
}

/** The words of the ladder page and of its statement. */
export const groupbuyText = {
  ladderTitle: '阶梯团',
  statementTitle: '结算单',
  now: '现在',
  final: '最终价',
  base: '起步价',
  most: '现在参团，最多付',
  least: (people: number) => `满 ${people} 人，降到`,
  leastReached: '已经是最低价',
  leastOrNone: (people: number) => `截止时不满 ${people} 人，全额退回。`,
  comeMore: '再来',
  peopleThen: '人，全员降到',
  lowest: '已到最低价，全员都按这个价',
  reached: (people: number, step: number) =>
    step === 0 ? `${people} 人，按起步价` : `${people} 人，全员降到`,
  unformed: (people: number) => `${people} 人，没有成团，已付的全额退回`,
  freightToo: '下面只列商品金额，付过的运费也已一并退回',
  unformedTag: '没有成团',
  startsIn: (leftMs: number) => `还有 ${lasting(leftMs)} 开始`,
  endsIn: (leftMs: number) => `还剩 ${lasting(leftMs)}`,
  phases: {
    unstarted: '未开始',
    open: '拼团中',
    soldOut: '暂时没有了',
    closing: '已截止',
    settling: '退款中',
    settled: '已结算',
  },
  ends: (endsAt: Instant, now: Instant) => `${when(endsAt, now)} 截止`,
  starts: (startsAt: Instant, now: Instant) => `${when(startsAt, now)} 开始`,
  recentTitle: '刚刚参团',
  recentNone: '还没有人参团，第一位就是你',
  rulesTitle: '完整规则',
  share: '分享',
  join: '参团',
  joinMore: '再买一份',
  soldOut: '暂时没有了',
  limit: (perMember: number, unit: string) => `已买满 ${perMember} ${unit}`,
  payOwn: '去付款',
  seeOrder: '看我的订单',
  seeStatement: '看结算单',
  counting: '正在清点人数',
  refunding: '正在退款，请稍等',
  shareTitle: (name: string, people: number, ladder: Ladder) =>
    `${name}|${people} 人在拼，${nextStepText(ladder, people)}`,
  ownTitle: '我参的团',
  ownAlias: (alias: string) => `结算单上显示为 ${alias}`,
  ownPaid: (quantity: number, unit: string) => `已付 · ${quantity} ${unit}`,
  ownUnpaid: '还没付款，付了才算参团',
  ownExpected: '按现在的台阶，截止后退回',
  ownExpectedNone: '按现在的台阶没有差价；人再多，差价就退给你',
  ownExpectedAll: '还不够第一阶；到时不够，全额退回',
  ownDue: '最终应付',
  ownRefund: '退给你的差价',
  ownRefundAll: '全额退给你',
  ownNoRefund: '你付的就是最终价，没有差价要退',
  ownRefundNo: '退款单号',
  statementOrders: (orders: number, pieces: number) => `共 ${orders} 单 ${pieces} 件`,
  statementPaid: '大家付了',
  statementDue: '最终应付',
  statementRefund: '退回差价',
  statementCountedAt: (at: string) => `${at} 清点`,
  statementSettledAt: (at: string) => `${at} 全部退完`,
  statementRows: '每一单',
  statementRowsHint: '名字已隐去，只有本人认得出自己',
  statementOwn: '我',
  statementBack: (sum: string) => `退回 ${sum}`,
  statementLine: (paid: string, due: string) => `付 ${paid} → 应付 ${due}`,
  statementNoRefund: '无差价',
  statementEnd: '全部列完了',
  statementLoading: '正在读取更多…',
  recountTitle: '自己核对',
  recountHint: '用你的手机把每一单重新加一遍，看跟公布的对不对得上。',
  recountStart: '现在核对',
  recountAgain: '再核对一遍',
  recounting: (loaded: number, orders: number) => `已读 ${loaded} / ${orders} 单`,
  recountInterrupted: '没读完就断了，再点一次接着读。',
  recountAgrees: '与公布的一致',
  recountAgreesHint: (orders: number, refund: string) =>
    `${orders} 单逐一相加，退回合计 ${refund}，一分不差。`,
  recountDiffers: '与公布的不一致',
  digest: '指纹',
  digestHint: '由全部明细算出；哪怕改动一分钱，指纹就会变。截图留存，日后可以比对。',
  copyDigest: '复制指纹',
  statementSoon: '结算单还没出来',
  statementSoonHint: '差价全部退完后自动公布，一般截止后几分钟。',
  backToDeal: '回到拼团',
} as const
