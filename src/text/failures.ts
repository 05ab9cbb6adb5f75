import type { FailureCode, FailureDetails } from '@domain/failure'
import { instant } from '@domain/time'
import { shopTime } from '@domain/time'

type Sentence = (details: FailureDetails) => string

const always =
  (sentence: string): Sentence =>
  () =>
    sentence

const left = (details: FailureDetails): number => Number(details.left ?? 0)

/** Every refusal in one sentence for the shopper: what happened, and what can be done. */
export const failureText: Readonly<Record<FailureCode, Sentence>> = {
  action_unknown: always('小程序版本太旧了，请退出后重新打开'),
  function_closed: always('这里暂时进不去'),
  input_invalid: always('有内容没填对，请检查一下'),
  identity_missing: always('没认出你是谁，请退出后重新打开'),
  role_missing: always('这里只对店员开放'),
  request_reused: always('这次操作已经提交过了，请刷新看看结果'),
  shop_unknown: always('小店还没开张'),
  product_unknown: always('这件商品找不到了，可能已经下架'),
  sku_unknown: always('这个规格没有了，请换一个'),
  deal_unknown: always('这个团找不到了'),
  store_unknown: always('这家自提点暂时不能取货，请换一家'),
  order_unknown: always('这笔订单找不到了'),
  statement_unready: always('还在结算，结算单稍后公布'),
  deal_unstarted: ({ startsAt }) =>
    startsAt === undefined
      ? '还没开团'
      : `还没开团，${shopTime(instant(Number(startsAt)), 'M月D日 HH:mm')} 开始`,
  deal_over: always('这个团已经截止了'),
  deal_mixed: always('团购商品请单独下单'),
  order_cannot: always('订单状态刚刚变了，请刷新看看'),
  file_invalid: always('店铺文件有误'),
  member_limit: ({ limit }) => (limit === undefined ? '已经到限购数量了' : `每人限购 ${limit} 件`),
  stock_short: (details) => (left(details) > 0 ? `只剩 ${left(details)} 件了` : '已经卖完了'),
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
