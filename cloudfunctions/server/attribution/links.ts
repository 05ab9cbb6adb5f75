import type { Chain } from '@domain/attribution/chain'
import type { ShareChannel, ShareLink, ShareTarget } from '@domain/attribution/shareLink'
import type { LinkId } from '@domain/ids'
import { _ } from '../kit/cloud'
import { shareLinks } from '../kit/collections'
import { linkKeyOf, newLinkId } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'

/** What links are wanted for. */
interface Wanted {
  readonly target: ShareTarget
  readonly channels: readonly ShareChannel[]
  readonly chain: Chain
}

/** Links by their channels. */
export type Links = Readonly<Partial<Record<ShareChannel, LinkId>>>

/**
 * The caller's links to something: those that are there already, and new ones for the rest. Of two
 * calls that make one at the same time one is first, and the other takes over what it made. One SDK
 * call where all are there, and one more otherwise.
 */
export async function linksOf(wanted: Wanted, caller: Caller): Promise<Links> {
  const fresh = [...new Set(wanted.channels)].map((channel) => freshLink(channel, wanted, caller))
  return untilThrough(async () => {
    const there = await shareLinks.find({ key: _.in(fresh.map(({ key }) => key)) })
    const known = new Set(there.map(({ key }) => key))
    const missing = fresh.filter(({ key }) => !known.has(key))
    if (missing.length > 0 && !(await shareLinks.addAll(missing))) return 'lost'
    return Object.fromEntries([...there, ...missing].map(({ channel, _id }) => [channel, _id]))
  })
}

function freshLink(
  channel: ShareChannel,
  { target, chain }: Wanted,
  { memberId: sharerId, now: madeAt }: Caller,
): ShareLink {
  const { guideId, parentId, hops } = chain
  const key = linkKeyOf(sharerId, [target, channel, parentId, guideId])
  return { _id: newLinkId(), key, target, channel, sharerId, guideId, parentId, hops, madeAt }
}
