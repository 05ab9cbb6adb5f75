import { cashier } from './cashier'
import { collect } from './collect'

type Answer = (result: { readonly err_msg: string }) => void
type Parameters = Readonly<Record<string, unknown>>

/** What a page inside WeChat may ask for, by its name: how it was left, or why it can't be. */
const asked: Readonly<Record<string, (parameters: Parameters) => Promise<string>>> = {
  getBrandWCPayRequest: async (parameters) => {
    const prepayId = /^prepay_id=(.+)$/.exec(String(parameters.package))?.[1]
    const end = prepayId === undefined ? 'fail' : await cashier(prepayId)
    return `get_brand_wcpay_request:${end}`
  },
  requestMerchantTransfer: async (parameters) => {
    return `requestMerchantTransfer:${await collect(String(parameters.package))}`
  },
}

/**
 * Stands in for the bridge that WeChat gives to web pages inside it (JSAPI), so that the storefront
 * pays and is paid in a plain browser with the very calls it would make in WeChat.
 */
export const bridge = {
  /**
   * `getBrandWCPayRequest` takes `package: prepay_id=…`, as unifiedOrder gave it;
   * `requestMerchantTransfer` takes the `package_info` of a transfer.
   */
  invoke(name: string, parameters: Parameters, answer?: Answer): void {
    const ask = asked[name]
    if (!ask) answer?.({ err_msg: 'system:function_not_exist' })
    else void ask(parameters).then((err_msg) => answer?.({ err_msg }))
  },

  /** Events of WeChat's own menus: none happen here. */
  on(): void {
    return undefined
  },
}

/** Says what WeChat says once its bridge can be used. */
export function announceBridge(): void {
  document.dispatchEvent(new Event('WeixinJSBridgeReady'))
}
