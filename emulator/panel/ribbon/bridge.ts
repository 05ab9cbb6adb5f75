import { cashier } from './cashier'

type Answer = (result: { readonly err_msg: string }) => void

/**
 * Stands in for the bridge that WeChat gives to web pages inside it (JSAPI payment), so that the
 * storefront pays in a plain browser with the very call it would make in WeChat.
 */
export const bridge = {
  /**
   * Only `getBrandWCPayRequest` is imitated; `package` is `prepay_id=…`, as unifiedOrder gave it.
   */
  invoke(name: string, parameters: Readonly<Record<string, unknown>>, answer?: Answer): void {
    if (name !== 'getBrandWCPayRequest') {
      answer?.({ err_msg: 'system:function_not_exist' })
      return
    }
    const prepayId = /^prepay_id=(.+)$/.exec(String(parameters.package))?.[1]
    if (prepayId === undefined) {
      answer?.({ err_msg: 'get_brand_wcpay_request:fail' })
      return
    }
    void cashier(prepayId).then((end) => answer?.({ err_msg: `get_brand_wcpay_request:${end}` }))
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
