import type { MemberId } from '../ids'
import { after, DAY, type Duration, type Instant } from '../time'

/** 订阅消息 that the shop sends. */
export const messageKinds = [
  'flashStart',
  'orderShipped',
  'refundSent',
  'teamFormed',
  'couponExpiring',
  'pointsExpiring',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** What a member still allows: one consent is one message. */
export interface MessageWallet {
  readonly _id: MemberId
  readonly allowed: Readonly<Partial<Record<MessageKind, number>>>
  /** Consents counted of late, so that a repeat counts nothing. */
  readonly requests: Readonly<Record<string, Instant>>
  readonly rev: number
}

/** How long a consent is known again: longer than a phone tries to tell of it. */
export const CONSENTS_KNOWN = (7 * DAY) as Duration

/** More consents than this are not counted for a kind; nobody gets so many messages. */
export const MOST_ALLOWED = 99

/** The wallet of somebody who never allowed anything. */
export function emptyWallet(memberId: MemberId): MessageWallet {
  return { _id: memberId, allowed: {}, requests: {}, rev: 0 }
}

/** How many messages of a kind may still be sent. */
export function allowedOf({ allowed }: Pick<MessageWallet, 'allowed'>, kind: MessageKind): number {
  return allowed[kind] ?? 0
}

/** Consents that were given in one tap. */
export interface Consent {
  /** One tap has one id, so that a repeat counts nothing. */
  readonly requestId: string
  readonly kinds: readonly MessageKind[]
}

/** Counts consents, one for each kind, however often it is named; a repeat changes nothing. */
export function countConsent(
  wallet: MessageWallet,
  { requestId, kinds }: Consent,
  now: Instant,
): MessageWallet {
  if (wallet.requests[requestId] !== undefined) return wallet
  const more = [...new Set(kinds)].map((kind): [MessageKind, number] => [
    kind,
    Math.min(MOST_ALLOWED, allowedOf(wallet, kind) + 1),
  ])
  const recent = Object.entries(wallet.requests).filter(([, at]) => after(at, CONSENTS_KNOWN) > now)
  return {
    ...wallet,
    allowed: { ...wallet.allowed, ...Object.fromEntries(more) },
    requests: { ...Object.fromEntries(recent), [requestId]: now },
  }
}
