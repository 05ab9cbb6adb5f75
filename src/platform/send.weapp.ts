import Taro from '@tarojs/taro'
import type { Reply } from '@domain/api'
import { isReply } from './reply'

/**
 * Sends an action to a deployed function. Rejects when nothing came back, e.g. without a network.
 */
export async function send(
  functionName: string,
  event: { readonly name: string; readonly input: unknown },
): Promise<Reply> {
  const { result } = await Taro.cloud.callFunction({ name: functionName, data: event })
  if (!isReply(result)) throw new Error(`${functionName} answered no reply`)
  return result
}
