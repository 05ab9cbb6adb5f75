/** wx.requestSubscribeMessage: one yes is one message, kept by the local cloud. */
import type { Device } from '../device'
import { type Interfaces, type Options, Refusal } from './interfaces'

/** WeChat asks for five templates at most in one sheet. */
const maxTemplates = 5

async function ask(device: Device, options: Options): Promise<object> {
  const templates = (options['tmplIds'] ?? []) as readonly string[]
  if (templates.length === 0) throw new Refusal("TmplIds can't be empty", { errCode: 20001 })
  if (templates.length > maxTemplates) {
    throw new Refusal('Templates count out of max bounds', { errCode: 20003 })
  }
  if (!device.wasTouched) {
    throw new Refusal('can only be invoked by user TAP gesture.', { errCode: 20004 })
  }
  const isAllowed = await device.consents('允许发送一次订阅消息')
  for (const templateId of isAllowed ? templates : []) {
    const consent = { openid: device.openid, templateId, count: 1 }
    await device.network.ask('/_emulator/messages/consents', device.openid, consent)
  }
  const word = isAllowed ? 'accept' : 'reject'
  return Object.fromEntries(templates.map((template) => [template, word]))
}

/** The subscribe-message interface. */
export function subscribeInterfaces(device: Device): Interfaces {
  return { answers: { requestSubscribeMessage: (options) => ask(device, options) }, plain: {} }
}
