import type { MemberId } from '../ids'
import { after, DAY, shopDay, type Duration, type Instant } from '../time'
import type { MessageKind } from './wallet'

/** What a message says: the page that it opens, and values by the template's own field names. */
export interface Letter {
  readonly page: string
  /** E.g. `thing1`, `time2`: the name tells which kind of value WeChat takes. */
  readonly values: Readonly<Record<string, string>>
}

/** A message that somebody should get. */
export interface NewMessage extends Letter {
  readonly kind: MessageKind
  readonly memberId: MemberId
  /** What it is about, e.g. an order's id: a member hears of one thing once. */
  readonly subject: string
  readonly sendAt: Instant
}

/** A message on its way, or one that went. */
export interface Message extends NewMessage {
  readonly _id: string
  /** When the timer sends it; null from the moment on at which it went. */
  readonly dueAt: Instant | null
  /**
   * Why it did not go: `no-template`, `no-consent`, or WeChat's own code where WeChat refused it;
   * null where nothing is known against it.
   */
  readonly trouble: string | null
}

/**
 * Characters that WeChat takes of a value, by the kind in its field's name (subscribeMessage.send,
 * 参数值内容限制). A longer one would have the whole message refused.
 */
const longest: Readonly<Record<string, number>> = {
  thing: 20,
  character_string: 32,
  letter: 32,
  phrase: 5,
  name: 10,
}

/** Values cut to what WeChat takes. */
export function fitted(values: Letter['values']): Letter['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const most = longest[field.replace(/\d+$/, '')]
      return [field, most === undefined ? value : Array.from(value).slice(0, most).join('')]
    }),
  )
}

/** A message is kept so long beyond its time: by then nobody is told of the same thing again. */
export const MESSAGES_KEPT = (30 * DAY) as Duration

/** What was to go before this moment is forgotten: a midnight, so that it is done once a day. */
export function forgottenBefore(now: Instant): Instant {
  return after(shopDay(now), -1 * MESSAGES_KEPT)
}
