import type { CouponOffer, CouponTab, CouponView } from '@domain/coupons/contract'
import type { CouponRule, CouponValidity } from '@domain/coupons/coupon'
import type { OfferState } from '@domain/coupons/outlook'
import { DAY, instant, shopTime, type Instant } from '@domain/time'
import { money } from './money'
import { when } from './when'

/** From which sum on a coupon takes something off. */
export const thresholdText = ({ minSpendFen }: CouponRule): string =>
  minSpendFen > 0 ? `满 ${money(minSpendFen)} 可用` : '无门槛'

/** What a coupon is for, and how much a rate takes off at the most. */
export function scopeText(rule: CouponRule, names: readonly string[]): string {
  const scope = rule.scope.kind === 'all' ? '全场可用' : `仅限${names.join('、') || '指定商品'}`
  if (rule.kind === 'amount' || rule.maxOffFen === null) return scope
  return `${scope}，最多减 ${money(rule.maxOffFen)}`
}

/** The end of a day is told as such, not as the beginning of the next one: 11月30日 24:00. */
function untilText(until: Instant, now: Instant): string {
  const isMidnight = shopTime(until, 'HH:mm:ss') === '00:00:00'
  return isMidnight ? when(instant(until - DAY), now).replace('00:00', '24:00') : when(until, now)
}

/** How long a coupon that one has is good. */
export function goodUntilText(
  { validFrom, validUntil }: { readonly validFrom: Instant; readonly validUntil: Instant },
  now: Instant,
): string {
  if (now < validFrom) return `${when(validFrom, now)} 起可用`
  return `${untilText(validUntil, now)} ${now < validUntil ? '前可用' : '已到期'}`
}

/** How long a coupon would be good that one claims now. */
export function validityText(validity: CouponValidity, now: Instant): string {
  if (validity.kind === 'days') return `领取后 ${validity.days} 天内可用`
  const { from, until } = validity
  const start = from > now ? `${when(from, now)} 起，` : ''
  return `${start}${untilText(until, now)} 前可用`
}

/** For whom an offer is; nothing where it is for everybody. */
export function offerAudienceText({ audience }: Pick<CouponOffer, 'audience'>) {
  const { kind, name, isIn } = audience
  switch (kind) {
    case 'all':
      return undefined
    case 'newcomer':
      return isIn ? '新人专享' : '只给还没在店里买过的朋友'
    case 'level':
      return isIn ? `${name}专享` : `${name}及以上可领`
    case 'segment':
      return isIn ? '专属券' : '只给店里选定的一部分会员'
  }
}

/** How an offer stands, in a line below it. */
export function offerText(offer: CouponOffer, state: OfferState, now: Instant): string {
  const { left, claimed, template } = offer
  const { perMember, claimFrom, claimUntil } = template
  switch (state) {
    case 'other':
      return offerAudienceText(offer) ?? ''
    case 'unstarted':
      return `${when(claimFrom ?? now, now)} 开始领`
    case 'over':
      return '领取时间已过'
    case 'claimed':
      return perMember > 1 ? `${perMember} 张都领到了` : '已领到'
    case 'gone':
      return claimed > 0 ? `领了 ${claimed} 张，其余已领完` : '已领完'
    case 'claimable':
      return [
        offerAudienceText(offer),
        perMember > 1 ? `每人 ${perMember} 张` : undefined,
        claimed > 0 ? `已领 ${claimed} 张` : undefined,
        claimUntil === null ? undefined : `${untilText(claimUntil, now)} 前领`,
        `还剩 ${left} 张`,
      ]
        .filter((part) => part !== undefined)
        .join('，')
  }
}

/** How a coupon stands that can't be used; nothing for one that can. */
export function couponStateText({ status }: Pick<CouponView, 'status'>): string {
  switch (status) {
    case 'unused':
      return ''
    case 'held':
      return '没付款的订单占着，取消就还给你'
    case 'used':
      return '已用'
    case 'expired':
      return '已过期'
    case 'revoked':
      return '赠券的那笔订单退款了，券已收回'
  }
}

/** The words of the coupon centre, of one's coupons and of tickets. */
export const couponsText = {
  centerTitle: '领券中心',
  claim: '领取',
  claimAgain: '再领一张',
  use: '去使用',
  claimed: '领到了，下单时会自动选最划算的',
  noOffers: '现在没有可以领的券',
  noOffersHint: '有新的优惠券会放在这里',
  toMine: '我的优惠券',
  toCenter: '去领券',
  look: '去逛逛',
  tabs: { usable: '可用', used: '已用', expired: '已过期' } satisfies Record<CouponTab, string>,
  nothing: {
    usable: { title: '没有可用的优惠券', hint: '去领券中心看看' },
    used: { title: '还没有用过优惠券', hint: '下单时会自动选最划算的一张' },
    expired: { title: '没有过期的优惠券', hint: '快到期时会提醒你' },
  } satisfies Record<CouponTab, { readonly title: string; readonly hint: string }>,
  seeOrder: '看订单',
  goods: '可以用在这些商品上',
  loading: '正在读取更多…',
} as const
