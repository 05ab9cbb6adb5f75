import type { MemberId } from '@domain/ids'
import type { Message } from '@domain/messages/message'
import type { MessageKind } from '@domain/messages/wallet'
import { _ } from '../kit/cloud'
import { messages, shops, wallets } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { sendMessage } from '../kit/messages'
import { jobOver } from '../timer/job'

/** Messages a batch. */
const BATCH = 100

/** 用户拒绝接受消息: there is no consent left, or the member took it back in WeChat's settings. */
const UNWANTED = '43101'

/** Sends the messages that are due, by the templates that the shop has now. */
export const sendMessages = jobOver({
  in: messages,
  where: (now) => ({ dueAt: _.lte(now) }),
  finding: { limit: BATCH },
  first: async () => (await shops.get('shop'))?.templates,
  each: (message, _now, templates) => send(message, templates?.[message.kind] ?? null),
  trouble: (error) => log('message_lost', { reason: reasonOf(error) }),
})

/**
 * The message is marked as gone before it goes: one that is lost in between is better than one
 * that comes twice and takes a second consent.
 */
async function send(message: Message, templateId: string | null): Promise<void> {
  const { _id, dueAt } = message
  if (!(await messages.changeIf(_id, { dueAt }, { dueAt: null }))) return
  const trouble = templateId === null ? 'no-template' : await deliver(message, templateId)
  if (trouble !== undefined) await messages.changeIf(_id, {}, { trouble })
}

/** Spends a consent, then sends; answers why it could not be sent. */
async function deliver(message: Message, templateId: string): Promise<string | undefined> {
  const { kind, memberId, page, values } = message
  if (!(await spend(memberId, kind))) return 'no-consent'
  const refused = await sendMessage({ templateId, to: memberId, page, values })
  if (refused !== undefined) await correct(memberId, kind, refused)
  return refused
}

const allowedPath = (kind: MessageKind) => `allowed.${kind}`

/** Takes one consent out of the wallet, if there is one: the count never goes below nothing. */
function spend(memberId: MemberId, kind: MessageKind): Promise<boolean> {
  const path = allowedPath(kind)
  return wallets.changeIf(memberId, { [path]: _.gte(1) }, { [path]: _.inc(-1), rev: _.inc(1) })
}

/**
 * What WeChat refused took no consent, so it goes back; but who wants no messages any more has
 * none to give.
 */
async function correct(memberId: MemberId, kind: MessageKind, refused: string): Promise<void> {
  const path = allowedPath(kind)
  const right = refused === UNWANTED ? 0 : _.inc(1)
  await wallets.changeIf(memberId, {}, { [path]: right, rev: _.inc(1) })
}
