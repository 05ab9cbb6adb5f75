/** `cloud.openapi.*` straight on the local cloud's WeChat. */
import { databaseSubject } from '../../../emulator/faults/subject'
import type { Store } from '../../../emulator/store/store'
import type { PayLedger } from '../../../emulator/wechat/pay/ledger'
import { WechatRefusal } from '../../../emulator/wechat/refusal'
import { Shipments } from '../../../emulator/wechat/shipping/shipments'
import type { Perform } from './database'

type Input = Readonly<Record<string, unknown>>
type Interface = (input: Input) => object | Promise<object>

interface Parts {
  readonly store: Store
  readonly ledger: PayLedger
  readonly now: () => number
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Names of fields as WeChat writes them, all the way down. */
function snaked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snaked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value as Input).map(([name, field]) => [snakeCase(name), snaked(field)]),
  )
}

/** Makes what the SDK calls `openapi`: a name of any depth is an interface, or refused by name. */
export function createOpenApi(parts: Parts, perform: Perform): object {
  const shipments = new Shipments(parts)
  const interfaces: Readonly<Record<string, Interface>> = {
    'wxa.sec.order.uploadShippingInfo': (input) => shipments.upload(input),
    // Nobody here reads messages; that they are sent is what counts.
    'subscribeMessage.send': () => ({}),
  }
  const call = (name: string, input: Input): Promise<object> => {
    const run = interfaces[name]
    if (!run) return Promise.reject(new Error(`openapi.${name} is not part of the fast cloud`))
    return perform({ subject: () => databaseSubject('wx.openApi', name, {}) }, async () => {
      try {
        return await run(snaked(input) as Input)
      } catch (error) {
        if (!(error instanceof WechatRefusal)) throw error
        throw Object.assign(new Error(`openapi.${name}:fail ${error.errcode} ${error.message}`), {
          errCode: error.errcode,
        })
      }
    })
  }
  return named([], call)
}

function named(
  path: readonly string[],
  call: (name: string, input: Input) => Promise<object>,
): object {
  return new Proxy(() => undefined, {
    get: (_target, name) => named([...path, String(name)], call),
    apply: (_target, _self, [input]: [Input]) => call(path.join('.'), input),
  })
}
