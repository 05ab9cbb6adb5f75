import type { Reply } from '@domain/api'
import { isReply } from './reply'

/**
 * Sends an action to a deployed function. Rejects when nothing came back, e.g. without a network.
 */
export async function send(
  functionName: string,
  event: { readonly name: string; readonly input: unknown },
): Promise<Reply> {
  const answer = await fetch(`/_emulator/call/${functionName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  const reply: unknown = await answer.json()
  if (!isReply(reply)) throw new Error(`${functionName} answered no reply`)
  return reply
}
