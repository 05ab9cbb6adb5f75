/** What the guide can mend in WeChat Pay, by WeChat's word for it (订单失败原因说明). */
const ofTheGuide: Readonly<Record<string, string>> = {
  ACCOUNT_FROZEN: '你的微信支付账户被冻结了，解冻后再提。',
  ACCOUNT_NOT_EXIST: '你还没有开通微信支付，开通后再提。',
  REAL_NAME_CHECK_FAIL: '你的微信还没有实名认证，在微信支付里认证后再提。',
  PAYEE_ACCOUNT_ABNORMAL: '你的微信支付暂时收不了款，在微信支付里补全身份信息后再提。',
  REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED: '你的微信支付收款受限，原因在微信支付里可以看到。',
  DAY_RECEIVED_COUNT_EXCEED: '你今天收款的次数到上限了，明天再提。',
  DAY_RECEIVED_QUOTA_EXCEED: '你今天收款的金额到上限了，明天再提。',
  BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH: '你这个月收款的金额到上限了，下个月再提。',
  BLOCK_B2C_USERLIMITAMOUNT_MONTH: '微信限制了你这个月收款，下个月再提。',
  TRANSFER_RISK: '微信觉得这笔转账有风险，拦下了，过几天再提。',
}

/**
 * Why a transfer failed, for the guide who waits for it. Whatever is not theirs to mend is the
 * shop's: WeChat's own word is told along, as that is what the shop will be asked for.
 */
export function transferReason(word: string): string {
  return ofTheGuide[word] ?? `店里的付款没有成功（${word}），请把这个告诉店里。`
}
