/** Refusals of the control API that a person at the panel or at the cashier meets, as sentences. */
export const refusals: Readonly<Record<string, string>> = {
  payment_unknown: '找不到这笔支付单。',
  payment_paid: '这笔支付单已经付过了。',
  payment_closed: '这笔支付单已经关闭了。',
  payment_expired: '这笔支付单过了付款时限，请回商城重新下单。',
  payment_foreign: '这是别人的支付单，要由下单的人来付。',
  refund_unknown: '找不到这笔退款。',
  refund_ended: '这笔退款已经有结果了。',
  channels_unknown: '视频号 id 要以 sph 开头。',
  notice_unknown: '没有这个预告。',
  transfer_unknown: '找不到这笔转账。',
  transfer_ended: '这笔转账已经有结果了。',
  transfer_foreign: '这笔转账是给别人的。',
  clock_backwards: '时间只能往前拨。',
  clock_invalid: '这个时间拨不过去。',
  document_unknown: '这篇文档已经不在了。',
}
