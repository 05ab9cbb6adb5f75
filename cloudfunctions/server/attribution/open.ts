import { boundBy } from '@domain/attribution/attribute'
import type { Binding } from '@domain/attribution/attribution'
import type { OpenedLink } from '@domain/attribution/contract'
import type { ShareLink, Touch } from '@domain/attribution/shareLink'
import type { Shop } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import { fail, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { GuideId, LinkId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { bindings, shareLinks, touches } from '../kit/collections'
import { touchIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { countVisit } from '../guides/visit'

/** A link that was opened. */
interface Opening {
  readonly requestId: string
  readonly link: LinkId
  readonly scene?: number | undefined
}

/** A link with who opens it and what decides about the touch. */
type LinkReading = ShareLink & {
  readonly shops: readonly Shop[]
  readonly members: readonly Member[]
  readonly guides: readonly Guide[]
  readonly bindings: readonly Binding[]
  readonly deals: readonly Pick<Deal, 'kind'>[]
}

/**
 * Leaves the touch of a link. A link that is none changes nothing, and neither does one's own. A
 * repeat leaves no second touch, and does what an interrupted one left undone. At most five SDK
 * calls.
 */
export async function openLink(
  opening: Opening,
  caller: Caller,
): Promise<OpenedLink | Failure<'link_unknown'>> {
  const link = await readLink(opening.link, caller)
  if (!link) return fail('link_unknown')
  const opened = { target: link.target, dealKind: link.deals[0]?.kind ?? null }
  if (isOwn(link, caller) && !countsOwn(link)) return opened
  const touch = touchOf(link, opening, caller)
  await touches.add(touch)
  const { guideId } = touch
  const [guide] = link.guides
  if (guideId === null || !guide?.isActive || link.members[0]?.guideId === guideId) return opened
  await countVisit({ ...touch, guideId })
  await bind({ ...touch, guideId }, link)
  return opened
}

async function readLink(linkId: LinkId, { memberId }: Caller): Promise<LinkReading | undefined> {
  const { list } = (await shareLinks
    .aggregate()
    .match({ _id: linkId })
    .addFields({ shopKey: 'shop', memberKey: memberId })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'guides', localField: 'guideId', foreignField: '_id', as: 'guides' })
    .lookup({ from: 'bindings', localField: 'memberKey', foreignField: '_id', as: 'bindings' })
    .lookup({ from: 'deals', localField: 'target.id', foreignField: '_id', as: 'deals' })
    .end()) as unknown as { list: readonly LinkReading[] }
  return list[0]
}

const isOwn = ({ sharerId }: LinkReading, { memberId }: Caller): boolean => sharerId === memberId

/** Where guides may buy for themselves, their own link is how. */
const countsOwn = ({ shops, members, guideId }: LinkReading): boolean =>
  shops[0]?.attribution.selfPurchase === true && guideId !== null && members[0]?.guideId === guideId

function touchOf(
  { _id: linkId, sharerId, guideId, channel, target, hops }: ShareLink,
  { requestId, scene }: Opening,
  { memberId, now: at }: Caller,
): Touch {
  const _id = touchIdOf(memberId, linkId, requestId)
  return {
    _id,
    memberId,
    linkId,
    sharerId,
    guideId,
    channel,
    target,
    hops,
    scene: scene ?? null,
    at,
  }
}

/** 锁客: whoever is free belongs to the guide from now on, if the shop protects its guides. */
async function bind(
  touch: Touch & { readonly guideId: GuideId },
  { bindings: [before], shops: [shop] }: LinkReading,
): Promise<void> {
  const after = shop && boundBy(touch, before, shop.attribution)
  if (!after || after === before) return
  const { _id, ...terms } = after
  if (!before) await bindings.add(after)
  else await bindings.changeIf(_id, { until: before.until, guideId: before.guideId }, terms)
}
