/** `cloud.cloudPay` straight on the local cloud's WeChat Pay. */
import { paySubject } from '../../../emulator/faults/subject'
import { refusedAnswer, type Fields } from '../../../emulator/wechat/pay/fields'
import type { Orders } from '../../../emulator/wechat/pay/orders'
import type { Refunds } from '../../../emulator/wechat/pay/refunds'
import type { Perform } from './database'

type Interface = (fields: Fields, payer: string | undefined) => object | Promise<object>

/** The names of WeChat Pay's interfaces, with what answers them. */
function interfacesOf(orders: Orders, refunds: Refunds): Readonly<Record<string, Interface>> {
  return {
    unifiedOrder: (fields, payer) => orders.unifiedOrder(fields, payer),
    queryOrder: (fields) => orders.queryOrder(fields),
    closeOrder: (fields) => orders.closeOrder(fields),
    refund: (fields) => refunds.refund(fields),
    queryRefund: (fields) => refunds.queryRefund(fields),
  }
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const camelCase = (name: string) =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const renamed = (fields: object, rename: (name: string) => string) =>
  Object.fromEntries(
    Object.entries(fields as Fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [rename(name), value]),
  )

/** Makes what `kit/cloud.ts` exports as `cloudPay`; `payer` tells who calls. */
export function createPay(
  parts: { readonly orders: Orders; readonly refunds: Refunds },
  perform: Perform,
  payer: () => string | undefined,
) {
  const answer = async (run: Interface, wish: object): Promise<object> => {
    const fields = renamed(wish, snakeCase)
    try {
      return await run(fields, payer())
    } catch (error) {
      return refusedAnswer(fields, error)
    }
  }
  const interfaces = Object.entries(interfacesOf(parts.orders, parts.refunds)).map(
    ([name, run]) => [
      name,
      async (wish: object) => {
        const subject = () => paySubject(name, renamed(wish, snakeCase))
        const told = await perform({ subject }, () => answer(run, wish))
        // As wx-server-sdk does it: its own errCode 0 stands where WeChat Pay's was.
        return { ...renamed(told, camelCase), errCode: 0, errMsg: `cloudPay.${name}:ok` }
      },
    ],
  )
  return Object.fromEntries(interfaces) as Record<
    string,
    (wish: object) => Promise<Record<string, unknown>>
  >
}
