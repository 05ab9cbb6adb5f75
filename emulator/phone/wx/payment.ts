/** wx.requestPayment: finds the payment in the local cloud and lets a cashier decide. */
import type { Device, Payment } from '../device'
import { type Interfaces, type Options, Refusal, textOf } from './interfaces'

/** The fields that WeChat insists on. */
const required = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']

function prepayId(options: Options): string {
  const missing = required.find((name) => textOf(options, name) === '')
  if (missing !== undefined)
    throw new Refusal(`parameter error: parameter.${missing} should be String`)
  const id = /^prepay_id=(.+)$/.exec(textOf(options, 'package'))?.[1]
  if (id === undefined) throw new Refusal('parameter error: package')
  return id
}

async function findPayment(device: Device, id: string): Promise<Payment> {
  const path = `/_emulator/payments?prepayId=${encodeURIComponent(id)}`
  const answer = await device.network.ask(path, device.openid)
  const found = JSON.parse(answer.text) as readonly Payment[] | Payment
  const payment = Array.isArray(found) ? (found as readonly Payment[])[0] : (found as Payment)
  if (!payment) throw new Refusal(`the prepay_id ${id} is unknown`)
  return payment
}

/** Does what the cashier decided, and answers as WeChat does. */
async function settle(device: Device, payment: Payment): Promise<void> {
  const choice = device.cashier?.(payment) ?? 'leave'
  const { decision, notify } =
    typeof choice === 'string' ? { decision: choice, notify: 'once' as const } : choice
  if (decision === 'leave') throw new Refusal('cancel')
  // WeChat gives no notice of a payment that failed.
  const outcome = decision === 'pay' ? { outcome: 'success', notify } : { outcome: 'fail' }
  const answer = await device.network.ask(
    `/_emulator/payments/${encodeURIComponent(payment.outTradeNo)}`,
    device.openid,
    { ...outcome, openid: device.openid },
  )
  if (answer.status >= 300) throw new Refusal(answer.text)
  if (decision === 'refuse') throw new Refusal('支付失败')
}

async function atSheet(device: Device, id: string): Promise<void> {
  const outcome = (await device.cashierSheet?.(id)) ?? 'cancel'
  if (outcome === 'cancel') throw new Refusal('cancel')
  if (outcome === 'fail') throw new Refusal('支付失败')
}

/** The payment interface. */
export function paymentInterfaces(device: Device): Interfaces {
  const requestPayment = async (options: Options) => {
    const id = prepayId(options)
    try {
      if (device.cashierSheet) await atSheet(device, id)
      else await settle(device, await findPayment(device, id))
      return undefined
    } finally {
      // Asking for subscribe messages is allowed from the payment's callback too.
      device.touched()
    }
  }
  return { answers: { requestPayment }, plain: {} }
}
