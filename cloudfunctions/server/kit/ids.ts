import { createHash, randomBytes } from 'node:crypto'
import type {
  CouponId,
  DealId,
  GuideId,
  LinkId,
  LiveId,
  LotteryId,
  MemberId,
  OrderId,
  PayoutId,
  SaleId,
  SkuId,
  TeamId,
  TemplateId,
} from '@domain/ids'
import type { NewMessage } from '@domain/messages/message'
import { shopTime, type Instant } from '@domain/time'

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/**
 * The order's id, derived from who wished it and which wish it was: a repeat lands on the same
 * document. 28 letters and digits also fit WeChat Pay's out_trade_no (32).
 */
export function orderIdOf(memberId: MemberId, requestId: string): OrderId {
  return hash('order', memberId, requestId).slice(0, 28) as OrderId
}

/** One key for all that a member has in a deal: the id of the quota, the mark of its orders. */
export function joinKeyOf(dealId: DealId, memberId: MemberId): string {
  return `${dealId}.${memberId}`
}

/** The team that an order opens: the same each time, and nobody finds the order by it. */
export function teamIdOf(orderId: OrderId): TeamId {
  return hash('team', orderId).slice(0, 24) as TeamId
}

/** A member's seat in any team: letters and digits, as it is part of a path. */
export function seatOf(memberId: MemberId): string {
  return hash('seat', memberId).slice(0, 16)
}

/** The deal that one SKU is in one session of a sale, e.g. `friday-202611272000-3f9a1c`. */
export function flashDealIdOf(saleId: SaleId, startsAt: Instant, skuId: SkuId): DealId {
  const mark = hash('flash', skuId).slice(0, 6)
  return `${saleId}-${shopTime(startsAt, 'YYYYMMDDHHmm')}-${mark}` as DealId
}

/**
 * The coupon that a member claims as the `n`-th of a template: there is no other one of that id, so
 * nobody claims more than the template allows.
 */
export function claimIdOf(templateId: TemplateId, memberId: MemberId, n: number): CouponId {
  return hash('claim', templateId, memberId, String(n)).slice(0, 28) as CouponId
}

/** The coupon that a member is given for something: a month, a level, an order, a redemption. */
export function giftIdOf(templateId: TemplateId, memberId: MemberId, source: string): CouponId {
  return hash('gift', templateId, memberId, source).slice(0, 28) as CouponId
}

/** The coupon that a member redeems points for as the `n`-th of a template; as with claims. */
export function redemptionIdOf(templateId: TemplateId, memberId: MemberId, n: number): CouponId {
  return hash('redeem', templateId, memberId, String(n)).slice(0, 28) as CouponId
}

/** The message of one kind to one member about one thing. */
export function messageIdOf({
  kind,
  memberId,
  subject,
}: Pick<NewMessage, 'kind' | 'memberId' | 'subject'>): string {
  return `${kind}-${hash('message', memberId, subject).slice(0, 24)}`
}

/** The voucher of a member for one month, `2028-02`: one, whatever level it is for. */
export function voucherIdOf(memberId: MemberId, month: string): CouponId {
  return hash('voucher', memberId, month).slice(0, 28) as CouponId
}

/** The gift of a member for one level, once. */
export function levelGiftIdOf(memberId: MemberId, levelId: string): CouponId {
  return hash('level-gift', memberId, levelId).slice(0, 28) as CouponId
}

/**
 * The payout that one wish asks for. With two more digits for each transfer it is WeChat Pay's
 * out_bill_no: letters and digits, at most 32.
 */
export function payoutIdOf(memberId: MemberId, requestId: string): PayoutId {
  return hash('payout', memberId, requestId).slice(0, 28) as PayoutId
}

/** Letters and digits that nobody takes for one another: no l and 1, no o and 0. */
const plain = '23456789abcdefghijkmnpqrstuvwxyz'

const plainly = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => plain.charAt(byte % plain.length)).join('')

/** A token of a share link: 100 random bits, short enough for the scene of a code. */
export function newLinkId(): LinkId {
  return plainly(randomBytes(20)) as LinkId
}

/** What there is one link for: somebody's to something, by one channel, at one place of a chain. */
export function linkKeyOf(sharerId: MemberId, about: readonly unknown[]): string {
  return hash('link', sharerId, JSON.stringify(about)).slice(0, 32)
}

/** The touch that one wish to open a link leaves; behind it stands a mark of the link. */
export function touchIdOf(memberId: MemberId, linkId: LinkId, requestId: string): string {
  const wish = hash('touch', memberId, requestId).slice(0, 28)
  return `${wish}-${hash('touched', linkId).slice(0, 8)}`
}

/** What a guide and a customer have to do with each other; nobody finds the customer by it. */
export function customerIdOf(guideId: GuideId, memberId: MemberId): string {
  return `${guideId}.${hash('customer', guideId, memberId).slice(0, 24)}`
}

/** The place for a guide that one wish of the shop makes. */
export function guideIdOf(by: MemberId, requestId: string): GuideId {
  return `guide-${hash('guide', by, requestId).slice(0, 16)}` as GuideId
}

/**
 * The code of an invitation. It comes of the random id of the wish, which only who invites knows,
 * so that a repeat tells the same one.
 */
export function invitationCodeOf(by: MemberId, requestId: string): string {
  const bytes = Buffer.from(hash('invitation', by, requestId), 'hex')
  return plainly(bytes.subarray(0, 8)).toUpperCase()
}

/** The audit entry of one wish of somebody of the shop. */
export function auditIdOf(by: MemberId, requestId: string): string {
  return hash('audit', by, requestId).slice(0, 28)
}

/** What was asked, in short: the same wish has the same one. */
export function wishOf(action: string, input: unknown): string {
  return hash('wish', action, JSON.stringify(input)).slice(0, 16)
}

/** The lottery of a session for one of its prizes, by its place among them: there is one. */
export function lotteryIdOf(liveId: LiveId, place: number): LotteryId {
  return `lottery-${hash('lottery', liveId, String(place)).slice(0, 16)}` as LotteryId
}

/** The deal by which winners of a lottery order their prize. */
export function prizeDealIdOf(lotteryId: LotteryId): DealId {
  return `prize-${lotteryId}` as DealId
}

/** A member's mark in the ids of what they enter: nobody finds the member by it. */
export function memberMarkOf(memberId: MemberId): string {
  return hash('mark', memberId).slice(0, 24)
}

/** A member's entry in a lottery: there is one. */
export function entryIdOf(lotteryId: LotteryId, memberId: MemberId): string {
  return `${lotteryId}.${memberMarkOf(memberId)}`
}

/**
 * The code by which an entry is read by all: it says nothing of the id, and nothing of who it is.
 */
export function entryCodeOf(lotteryId: LotteryId, memberId: MemberId): string {
  return hash('entry code', lotteryId, memberId).slice(0, 20)
}

/** A page of a list of a lottery's entries; `lottery.entries` puts the same together. */
export function lotteryPageIdOf(lotteryId: LotteryId, listHash: string, page: number): string {
  return `${lotteryId}.${listHash}.${page}`
}

/** A seed that nobody can guess: 256 random bits. */
export function newSeed(): string {
  return randomBytes(32).toString('hex')
}

/** The event at one place of a batch that a phone sends. */
export function eventIdOf(memberId: MemberId, requestId: string, place: number): string {
  return `${hash('event', memberId, requestId).slice(0, 24)}-${place}`
}

/** SHA-256 of a text, as lower-case hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** How something stands, in short: the same has the same one. */
export function markOf(standing: unknown): string {
  return hash('mark', JSON.stringify(standing)).slice(0, 12)
}

/** SHA-256 over lines of text. */
export function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
