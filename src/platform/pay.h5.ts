import type { PaymentParams } from '@domain/orders/contract'
import { findBridge } from './bridge'

/** How the cashier was left. Whether money came in, only the cloud knows. */
export type PayOutcome = 'paid' | 'left' | 'failed'

const outcomes: Readonly<Record<string, PayOutcome>> = {
  'get_brand_wcpay_request:ok': 'paid',
  'get_brand_wcpay_request:cancel': 'left',
}

/** Opens WeChat Pay's cashier through the bridge of the browser inside WeChat. */
export async function pay(payment: PaymentParams): Promise<PayOutcome> {
  const bridge = await findBridge()
  if (!bridge) return 'failed'
  return new Promise((resolve) => {
    bridge.invoke('getBrandWCPayRequest', payment, ({ err_msg }) => {
      resolve(outcomes[err_msg] ?? 'failed')
    })
  })
}
