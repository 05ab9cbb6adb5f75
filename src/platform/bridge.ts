/** What WeChat's browser gives to the pages inside it (WeixinJSBridge). */
export interface Bridge {
  invoke(name: string, parameters: object, done: (answer: BridgeAnswer) => void): void
}

/** How it went: `<name>:ok`, `<name>:cancel`, or why not. */
export interface BridgeAnswer {
  readonly err_msg: string
}

/** WeChat's browser puts the bridge in place shortly after the page; elsewhere it never comes. */
const BRIDGE_WAIT_MS = 3000

function bridgeNow(): Bridge | undefined {
  return (window as Window & { readonly WeixinJSBridge?: Bridge }).WeixinJSBridge
}

/** The bridge, once it is there; undefined outside of WeChat. */
export function findBridge(): Promise<Bridge | undefined> {
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
