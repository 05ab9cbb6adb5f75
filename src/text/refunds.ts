import type { RefundReason, RefundStatus } from '@domain/orders/refund'

/** Why money goes back. */
export const refundReasonText: Readonly<Record<RefundReason, string>> = {
  difference: '退差价',
  asked: '申请退款',
  unformed: '没有成团，全额退款',
  late: '付款到得太晚，全额退款',
  'not-newcomer': '老带新只限新客，全额退款',
  'after-sale': '售后退款',
}

/** Where money on its way back is. */
export const refundStatusText: Readonly<Record<RefundStatus, string>> = {
  requested: '准备退回',
  sent: '微信处理中',
  succeeded: '已退回',
  failed: '退回受阻，正在重试',
}
