import type { MemberId } from '@domain/ids'
import { openapi } from './cloud'

/** A subscribe message (订阅消息): one for each consent that the member gave. */
export interface Message {
  readonly templateId: string
  readonly to: MemberId
  /** The page that opens when it is tapped. */
  readonly page: string
  /** By the template's own field names, e.g. `thing1`. */
  readonly values: Readonly<Record<string, string>>
}

/**
 * Sends a subscribe message. Answers what WeChat said when it refused, e.g. that the member allows
 * no message any more (43101); weather is thrown.
 */
export async function sendMessage(message: Message): Promise<string | undefined> {
  const { templateId, to, page, values } = message
  const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
  try {
    await openapi.subscribeMessage.send({ touser: to, templateId, page, data })
    return undefined
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), 'errCode')
    // A refusal has WeChat's own positive code; the SDK's troubles are negative.
    if (typeof code === 'number' && code > 0) return `${code}`
    throw error
  }
}
