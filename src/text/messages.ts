import type { MessageKind } from '@domain/messages/wallet'
import type { Consent } from '@/platform/consent'

/** What each message tells, and when. */
export const messageText: Readonly<
  Record<MessageKind, { readonly name: string; readonly when: string }>
> = {
  orderShipped: { name: '发货提醒', when: '包裹寄出，或可以到店自提时' },
  refundSent: { name: '退款提醒', when: '钱原路退回时' },
  teamFormed: { name: '成团提醒', when: '你参加的团凑齐时' },
  liveStart: { name: '开播提醒', when: '你预约的直播开始前' },
  flashStart: { name: '开抢提醒', when: '你设了提醒的秒杀开始前' },
  couponExpiring: { name: '券快到期', when: '优惠券到期前' },
  pointsExpiring: { name: '积分快到期', when: '积分到期前 7 天' },
}

/** What came of the wish for one more message. */
export const consentText: Readonly<Record<Consent, string>> = {
  given: '好，可以多发一条',
  refused: '没有得到允许，就不发',
  unavailable: '浏览器里没法授权微信消息，请在微信小程序里添加',
}

/** The words of the message wallet. */
export const walletText = {
  why: '微信规定：允许一次，只能发一条。次数用完就不会再发，想收到时再点一次。',
  allowed: (count: number) => (count > 0 ? `还可以发 ${count} 条` : '不会发'),
  add: '加一条',
  none: '这家店不发微信消息',
  noneHint: '订单的进展在订单页里都能看到',
  toOrders: '看我的订单',
} as const
