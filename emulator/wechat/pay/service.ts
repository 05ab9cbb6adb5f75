/** `cloud.cloudPay.*`: one entry for every interface of WeChat Pay that is imitated. */
import type { Functions } from '../../functions/functions'
import { decodePay, encodePay } from '../../sdk/openapi'
import { CloudError, type SdkRequest, type Service } from '../../service'
import { refusedAnswer, type Fields } from './fields'
import type { Orders } from './orders'
import type { Refunds } from './refunds'

type PayInterface = (fields: Fields, payer: string | undefined) => object | Promise<object>

interface Parts {
  readonly orders: Orders
  readonly refunds: Refunds
  readonly functions: Pick<Functions, 'invocation'>
}

export function payService({ orders, refunds, functions }: Parts): Service {
  const interfaces = new Map<string, PayInterface>([
    ['unifiedOrder', (fields, payer) => orders.unifiedOrder(fields, payer)],
    ['queryOrder', (fields) => orders.queryOrder(fields)],
    ['closeOrder', (fields) => orders.closeOrder(fields)],
    ['refund', (fields) => refunds.refund(fields)],
    ['queryRefund', (fields) => refunds.queryRefund(fields)],
  ])
  return {
    actions: {
      'wx.wxPayApi': async ({ apiName = '', requestData, token }: SdkRequest) => {
        const pay = interfaces.get(apiName)
        if (!pay || !requestData) {
          throw new CloudError(
            'INVALID_PARAM',
            `cloudPay.${apiName} is not part of the local cloud`,
          )
        }
        const fields = decodePay(requestData)
        try {
          return encodePay(await pay(fields, functions.invocation(token)?.call.openid))
        } catch (error) {
          return encodePay(refusedAnswer(fields, error))
        }
      },
    },
  }
}
