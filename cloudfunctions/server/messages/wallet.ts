import type { Shop } from '@domain/catalog/product'
import { fail, hasFailed, type Failure, type FailureCode } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import type { WalletLine } from '@domain/messages/contract'
import {
  allowedOf,
  countConsent,
  emptyWallet,
  messageKinds,
  type Consent,
  type MessageWallet,
} from '@domain/messages/wallet'
import { shops, wallets } from '../kit/collections'
import { difference } from '../kit/database'
import { wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'

/** What the caller still allows, for each kind of message that the shop sends. Two SDK calls. */
export async function seeWallet(_input: object, { memberId }: Caller) {
  const [shop, wallet] = await Promise.all([shops.get('shop'), wallets.get(memberId)])
  if (!shop) return fail('shop_unknown')
  return { lines: linesOf(shop, wallet ?? emptyWallet(memberId)) }
}

function linesOf({ templates }: Shop, wallet: MessageWallet): WalletLine[] {
  return messageKinds.flatMap((kind) => {
    const templateId = templates[kind]
    return templateId === null ? [] : [{ kind, templateId, allowed: allowedOf(wallet, kind) }]
  })
}

/** What the phone tells of a tap. */
type Told = Omit<Consent, 'wish'>

/**
 * Counts consents that were just given on the phone. The phone may say more than was given; then
 * WeChat refuses, and the count goes to nothing. Three SDK calls, two for a repeat.
 */
export async function consentTo(
  { requestId, kinds }: Told,
  { memberId, now }: Caller,
): Promise<{ readonly lines: readonly WalletLine[] } | Failure<'request_reused' | 'shop_unknown'>> {
  const shop = await shops.get('shop')
  if (!shop) return fail('shop_unknown')
  const sent = kinds.filter((kind) => shop.templates[kind] !== null)
  const consent = { requestId, wish: wishOf('messages.consent', kinds), kinds: sent }
  const wallet = await changeWallet(memberId, (before) => countConsent(before, consent, now))
  return hasFailed(wallet) ? wallet : { lines: linesOf(shop, wallet) }
}

/** Reads a wallet, decides, writes; decides anew on what is there when another was faster. */
function changeWallet<Code extends FailureCode>(
  memberId: MemberId,
  decide: (wallet: MessageWallet) => MessageWallet | Failure<Code>,
): Promise<MessageWallet | Failure<Code>> {
  return untilThrough(async () => {
    const known = await wallets.get(memberId)
    const before = known ?? emptyWallet(memberId)
    const decided = decide(before)
    if (hasFailed(decided) || decided === before) return decided
    const after = { ...decided, rev: before.rev + 1 }
    const written = known
      ? await wallets.changeIf(memberId, { rev: before.rev }, difference(before, after))
      : await wallets.add(after)
    return written ? after : 'lost'
  })
}
