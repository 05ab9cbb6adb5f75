/** One good wish for every action about live sessions and their cockpit. */
import { randomUUID } from 'node:crypto'
import type { ActionName } from '@domain/functions'
import { session } from './guide-wishes'
import { about, drop, plannedLive, pricing, startedLive, stocking } from './live-shop'
import type { SmallShop } from './small-shop'
import type { Wish } from './wishes'

type LiveAction = Exclude<
  Extract<ActionName, `live.${string}`>,
  'live.review' | 'live.recount' | 'live.note'
>
type LiveWishes = { readonly [Name in LiveAction]: (small: SmallShop) => Promise<Wish<Name>> }

export const liveWishes: LiveWishes = {
  'live.list': async (small) => {
    await plannedLive(small)
    return { openid: small.neighbour(), input: {} }
  },
  'live.see': async (small) => {
    const liveId = await session(small)
    return { openid: small.neighbour(), input: { liveId } }
  },
  'live.room': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: small.neighbour(), input: { liveId, rev: 0, mark: 'a1' } }
  },
  'live.reserve': async (small) => {
    const { liveId } = await plannedLive(small)
    return { openid: small.neighbour(), input: { liveId } }
  },
  'live.claim': async (small) => {
    const live = await startedLive(small)
    await drop(small, live)
    const { liveId, templateId } = live
    return { openid: small.neighbour(), input: { requestId: randomUUID(), liveId, templateId } }
  },
  'live.cockpit': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: 'keeper', input: { liveId } }
  },
  'live.start': async (small) => {
    const { liveId } = await plannedLive(small)
    return { openid: 'keeper', input: { requestId: randomUUID(), liveId } }
  },
  'live.end': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: 'keeper', input: { requestId: randomUUID(), liveId } }
  },
  'live.explain': async (small) => {
    const live = await startedLive(small)
    return { openid: 'keeper', input: about(live, live.backup) }
  },
  'live.skip': async (small) => {
    const live = await startedLive(small)
    return { openid: 'keeper', input: about(live, live.first) }
  },
  'live.shelve': async (small) => {
    const live = await startedLive(small)
    return { openid: 'keeper', input: { ...about(live, live.first), isOffered: false } }
  },
  'live.price': async (small) => {
    const live = await startedLive(small)
    return { openid: 'keeper', input: pricing(live, live.first, 800) }
  },
  'live.stock': async (small) => {
    const live = await startedLive(small)
    return { openid: 'keeper', input: stocking(live, live.first, -3) }
  },
  'live.announce': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: 'keeper', input: { requestId: randomUUID(), liveId, words: '五分钟后抽奖' } }
  },
  'live.drop': async (small) => {
    const { liveId, templateId } = await startedLive(small)
    return { openid: 'keeper', input: { requestId: randomUUID(), liveId, templateId } }
  },
  'live.warmUp': async (small) => {
    const { liveId } = await plannedLive(small)
    const input = { requestId: randomUUID(), liveId, daysBefore: 3, posters: 2 }
    return { openid: 'keeper', input }
  },
}
