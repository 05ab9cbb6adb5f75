/** wx.requestMerchantTransfer: finds the transfer in the local cloud and has it confirmed. */
import type { Device, Transfer } from '../device'
import { type Interfaces, type Options, Refusal, textOf } from './interfaces'

/** The fields that WeChat insists on. */
const required = ['mchId', 'appId', 'package']

async function findTransfer(device: Device, packageInfo: string): Promise<Transfer> {
  const path = `/_emulator/transfers?package=${encodeURIComponent(packageInfo)}`
  const answer = await device.network.ask(path, device.openid)
  const [transfer] = JSON.parse(answer.text) as readonly Transfer[]
  if (!transfer) throw new Refusal('package参数错误')
  return transfer
}

/** The interface by which somebody confirms that they take a merchant's money. */
export function transferInterfaces(device: Device): Interfaces {
  const requestMerchantTransfer = async (options: Options) => {
    const missing = required.find((name) => textOf(options, name) === '')
    if (missing !== undefined)
      throw new Refusal(`parameter error: parameter.${missing} should be String`)
    const transfer = await findTransfer(device, textOf(options, 'package'))
    if (!(await device.choices.collect?.(transfer))) throw new Refusal('cancel')
    const answer = await device.network.ask(
      `/_emulator/transfers/${encodeURIComponent(transfer.outBillNo)}`,
      device.openid,
      { outcome: 'confirm', openid: device.openid },
    )
    if (answer.status >= 300) throw new Refusal(answer.text)
    return undefined
  }
  return { answers: { requestMerchantTransfer }, plain: {} }
}
