/** wx.requestSubscribeMessage: one yes is one message, kept by the local cloud. */
import type { Device } from '../device'
import { type Interfaces, type Options, Refusal } from './interfaces'

/** WeChat asks for five templates at most in one sheet. */
const maxTemplates = 5

function templatesOf(options: Options): readonly string[] {
  const list: readonly unknown[] | undefined = Array.isArray(options['tmplIds'])
    ? options['tmplIds']
    : undefined
  if (list?.every((template) => typeof template === 'string')) return list
  throw new Refusal('Invalid template id', { errCode: 10004 })
}

async function ask(device: Device, options: Options): Promise<object> {
  const templates = templatesOf(options)
  if (templates.length === 0) throw new Refusal("TmplIds can't be empty", { errCode: 10001 })
  if (templates.length > maxTemplates) {
    throw new Refusal('Templates count out of max bounds', { errCode: 20003 })
  }
  if (!device.wasTouched) {
    throw new Refusal('can only be invoked by user TAP gesture.')
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
