import type { PaymentParams } from '@domain/orders/contract'

/** How the cashier was left. Whether money came in, only the cloud knows. */
export type PayOutcome = 'paid' | 'left' | 'failed'

/** What WeChat's browser gives a page to pay with (网页调起支付). */
interface Bridge {
  invoke(
    name: 'getBrandWCPayRequest',
    payment: PaymentParams,
    done: (answer: { readonly err_msg: string }) => void,
  ): void
}

/** WeChat's browser puts the bridge in place shortly after the page; elsewhere it never comes. */
const BRIDGE_WAIT_MS = 3000

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

function bridgeNow(): Bridge | undefined {
  return (window as Window & { readonly WeixinJSBridge?: Bridge }).WeixinJSBridge
}

function findBridge(): Promise<Bridge | undefined> {
  const ready = bridgeNow()
  if (ready) return Promise.resolve(ready)
  return new Promise((resolve) => {
    const done = () => {
      resolve(bridgeNow())
    }
    document.addEventListener('WeixinJSBridgeReady', done, { once: true })
    setTimeout(done, BRIDGE_WAIT_MS)
  })
}
