import Taro from '@tarojs/taro'
import type { PaymentParams } from '@domain/orders/contract'

/** How the cashier was left. Whether money came in, only the cloud knows. */
export type PayOutcome = 'paid' | 'left' | 'failed'

/** Opens WeChat Pay's cashier. */
export async function pay(payment: PaymentParams): Promise<PayOutcome> {
  try {
    const { timeStamp, nonceStr, package: prepay, paySign } = payment
    const signType = payment.signType as 'MD5' | 'RSA'
    await Taro.requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign })
    return 'paid'
  } catch (trouble) {
    return messageOf(trouble).includes('cancel') ? 'left' : 'failed'
  }
}

function messageOf(trouble: unknown): string {
  const told = typeof trouble === 'object' && trouble !== null && 'errMsg' in trouble
  return told ? String(trouble.errMsg) : ''
}
