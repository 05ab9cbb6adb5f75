import { hasFailed, type Failure } from '../failure'
import type { MemberId } from '../ids'
import { isGranted, noteGranted, type GrantedRequests, type Request } from '../requests'
import type { Instant } from '../time'

/** 订阅消息 that the shop sends. */
export const messageKinds = [
  'flashStart',
  'liveStart',
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
  readonly requests: GrantedRequests
  readonly rev: number
}

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
export interface Consent extends Request {
  readonly kinds: readonly MessageKind[]
}

/** Counts consents, one for each kind, however often it is named; a repeat changes nothing. */
export function countConsent(
  wallet: MessageWallet,
  consent: Consent,
  now: Instant,
): MessageWallet | Failure<'request_reused'> {
  const repeated = isGranted(wallet.requests, consent)
  if (repeated) return hasFailed(repeated) ? repeated : wallet
  const more = [...new Set(consent.kinds)].map((kind): [MessageKind, number] => [
    kind,
    Math.min(MOST_ALLOWED, allowedOf(wallet, kind) + 1),
  ])
  return {
    ...wallet,
    allowed: { ...wallet.allowed, ...Object.fromEntries(more) },
    requests: noteGranted(wallet.requests, consent, now),
  }
}
