import type { FailureCode, FailureDetails } from '@domain/failure'
import { yuan, type Fen } from '@domain/money'
import { instant, shopTime } from '@domain/time'

type Sentence = (details: FailureDetails) => string

const always =
  (sentence: string): Sentence =>
  () =>
    sentence

const left = (details: FailureDetails): number => Number(details.left ?? 0)

/** What a refusal is about, e.g. 「丹东草莓（2斤装）」; nothing where it does not say. */
const goods = ({ name, variant }: FailureDetails): string => {
  if (name === undefined) return ''
  return variant ? `「${name}（${variant}）」` : `「${name}」`
}

/** A moment in a refusal's details, e.g. 11月28日 20:00. */
const moment = (at: string | number): string => shopTime(instant(Number(at)), 'M月D日 HH:mm')

/** Every refusal in one sentence for the shopper: what happened, and what can be done. */
export const failureText: Readonly<Record<FailureCode, Sentence>> = {
  action_unknown: always('小程序版本太旧了，请退出后重新打开'),
  function_closed: always('这里暂时进不去'),
  input_invalid: always('有内容没填对，请检查一下'),
  identity_missing: always('没认出你是谁，请退出后重新打开'),
  role_missing: always('这里只对店员开放'),
  deal_mixed: always('活动商品请单独下单'),
  request_reused: always('这次操作已经提交过了，请刷新看看结果'),
  tries_over: ({ until }) =>
    until === undefined ? '试得太多了，请过一会儿再试' : `试得太多了，请 ${moment(until)} 后再试`,
  unpaid_many: ({ most, until }) =>
    `一天里有 ${most ?? 0} 笔订单没付款，先不能再下单了，请 ${moment(until ?? 0)} 后再来`,
  shop_unknown: always('小店还没开张'),
  product_unknown: always('这件商品找不到了，可能已经下架'),
  sku_unknown: always('这个规格没有了，请换一个'),
  deal_unknown: always('这个活动找不到了'),
  team_unknown: always('这个团找不到了'),
  store_unknown: always('这家自提点暂时不能取货，请换一家'),
  order_unknown: always('这笔订单找不到了'),
  after_sale_unknown: always('这笔售后申请找不到了'),
  code_unknown: always('没有这个取货码，请核对一下'),
  template_unknown: always('这张优惠券找不到了'),
  coupon_unknown: always('这张优惠券找不到了，请换一张'),
  mall_item_unknown: always('这件东西不能兑换了'),
  guide_unknown: always('没有这位导购'),
  guide_missing: always('您还不是导购，请先用邀请码加入'),
  link_unknown: always('这个链接打不开了，它不是本店的，或者没有复制完整'),
  live_unknown: always('没有这场直播'),
  invitation_unknown: always('邀请码不对，请核对一下'),
  lottery_unknown: always('没有这次抽奖'),
  lottery_unsealed: always('名单还没有公布，截止后再来看'),
  live_cannot: always('直播的状态刚刚变了，请刷新看看'),
  price_beyond: ({ most }) => `直播价要在 1 分到原价 ${yuan(Number(most) as Fen)} 之间`,
  prize_unwon: always('这份奖品是给中奖者的'),
  deal_off: always('这件商品主播暂时下架了'),
  live_early: ({ from }) => `还太早，${moment(from ?? 0)} 起才能开播`,
  live_unstarted: always('这场直播还没有开始'),
  live_over: always('这场直播已经结束了'),
  lottery_open: ({ until }) => `还有人在参与，${moment(until ?? 0)} 之后才能开奖`,
  lottery_over: always('这次抽奖已经截止了'),
  payout_unknown: always('没有这笔提现'),
  statement_unready: always('还在结算，结算单稍后公布'),
  order_cannot: always('订单状态刚刚变了，请刷新看看'),
  after_sale_cannot: always('这笔申请已经处理过了，请刷新看看'),
  code_used: ({ usedAt }) =>
    usedAt === undefined ? '这个取货码已经用过了' : `这个取货码 ${moment(usedAt)} 已经用过了`,
  coupon_cannot: always('这张优惠券用不了了，请换一张'),
  guide_already: always('您已经是导购了'),
  payout_closed: always('商家还没有开通提现，请联系商家'),
  payout_underway: always('上一笔提现还没有完成'),
  invitation_over: always('邀请码已过期，请让店里重新发一个'),
  payable_short: always('可提现的金额不够'),
  phone_refused: always('微信没有给出手机号，请再试一次'),
  audience_other: ({ name }) =>
    name === undefined ? '这一场不是对所有人开放的' : `这一场只对「${name}」开放`,
  newcomers_only: always('这个团只欢迎第一次在店里买的朋友，你可以自己开一个团'),
  team_joined: always('你已经在这个团里了，一个人占一个位子'),
  deal_unstarted: ({ startsAt }) =>
    startsAt === undefined ? '还没开始' : `还没开始，${moment(startsAt)} 开始`,
  deal_over: always('活动已经截止了'),
  team_over: always('这个团的时间到了，可以自己开一个团'),
  after_sale_over: always('已经过了可以申请售后的时间'),
  claim_unstarted: ({ startsAt }) =>
    startsAt === undefined ? '还没开始领' : `${moment(startsAt)} 开始领`,
  claim_over: always('领取时间已经过了'),
  file_invalid: always('店铺文件有误'),
  cart_full: ({ most }) =>
    most === undefined ? '购物车放满了，先清掉几样' : `购物车最多放 ${most} 种商品，先清掉几样再加`,
  member_limit: ({ limit, of }) => {
    if (of === 'coupons') return limit === 1 ? '这张券你已经有过了' : `这张券每人限 ${limit} 张`
    return limit === undefined ? '已经到限购数量了' : `每人限购 ${limit} 件`
  },
  points_short: ({ missing }) => (missing === undefined ? '积分不够' : `还差 ${missing} 积分`),
  coupons_gone: always('已经领完了'),
  team_full: always('这个团刚刚满员了，可以自己开一个团'),
  stock_short: (details) =>
    `${goods(details)}${left(details) > 0 ? `只剩 ${left(details)} 件了` : '已经卖完了'}`,
  pieces_short: (details) =>
    left(details) > 0 ? `最多还能退 ${left(details)} 件` : '这件商品已经全部退过了',
  price_changed: always('价格刚刚变了，请再确认一次'),
  payment_refused: always('微信支付没有受理，请稍后再试'),
  busy: always('这会儿人多，请再试一次'),
  offline: always('网络不通，请检查后再试'),
  broken: always('系统出了点问题，我们已经记下了'),
}

/** The sentence of a refusal. */
export function explain(failure: { readonly code: FailureCode; readonly details: FailureDetails }) {
  return failureText[failure.code](failure.details)
}
