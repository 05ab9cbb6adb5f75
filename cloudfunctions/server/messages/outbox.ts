import { fitted, type Message, type NewMessage } from '@domain/messages/message'
import { allowedOf } from '@domain/messages/wallet'
import { _ } from '../kit/cloud'
import { messages, wallets } from '../kit/collections'
import { messageIdOf } from '../kit/ids'

const written = (message: NewMessage): Message => ({
  ...message,
  _id: messageIdOf(message),
  values: fitted(message.values),
  dueAt: message.sendAt,
  trouble: null,
})

/**
 * Puts a message into the outbox; the timer sends it when it is due, if the member allows it then.
 * Once for each kind, member and subject: a repeat changes nothing. One SDK call.
 */
export async function enqueue(message: NewMessage): Promise<void> {
  await messages.add(written(message))
}

/**
 * Puts messages into the outbox whose members allow them now, so that it does not fill with what
 * can't be sent. One SDK call to look, and one for each message that stays.
 */
export async function enqueueAllowed(wished: readonly NewMessage[]): Promise<void> {
  if (wished.length === 0) return
  const ids = [...new Set(wished.map(({ memberId }) => memberId))]
  const found = await wallets.find({ _id: _.in(ids) })
  const known = new Map(found.map((wallet) => [wallet._id, wallet]))
  const allowed = wished.filter(({ kind, memberId }) => {
    const wallet = known.get(memberId)
    return wallet !== undefined && allowedOf(wallet, kind) > 0
  })
  await Promise.all(allowed.map(enqueue))
}
