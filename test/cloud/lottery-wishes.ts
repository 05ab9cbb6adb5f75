/** One good wish for every action about lotteries, events, reviews and the record. */
import { randomUUID } from 'node:crypto'
import type { ActionName } from '@domain/functions'
import type { Id } from '@domain/ids'
import type { Instant } from '@domain/time'
import {
  drawing,
  drawnLottery,
  enteredBy,
  openedLottery,
  opening,
  untilDrawable,
} from './lottery-shop'
import { startedLive } from './live-shop'
import type { SmallShop } from './small-shop'
import type { Wish } from './wishes'

type LotteryAction =
  | Extract<ActionName, `lottery.${string}` | `events.${string}` | `audit.${string}`>
  | 'live.review'
  | 'live.recount'
  | 'live.note'
type LotteryWishes = {
  readonly [Name in LotteryAction]: (small: SmallShop) => Promise<Wish<Name>>
}

export const lotteryWishes: LotteryWishes = {
  'lottery.see': async (small) => {
    const { lottery } = await openedLottery(small)
    return { openid: small.neighbour(), input: { lotteryId: lottery._id } }
  },
  'lottery.enter': async (small) => {
    const { lottery } = await openedLottery(small)
    return { openid: small.neighbour(), input: { lotteryId: lottery._id } }
  },
  'lottery.entries': async (small) => {
    const { lottery } = await drawnLottery(small, 3)
    return { openid: small.neighbour(), input: { lotteryId: lottery._id, page: 0 } }
  },
  'lottery.open': async (small) => {
    return { openid: 'keeper', input: opening(await startedLive(small)) }
  },
  'lottery.draw': async (small) => {
    const { lottery } = await enteredBy(small, 3)
    await untilDrawable(small, lottery)
    return { openid: 'keeper', input: drawing(lottery) }
  },
  'events.record': async (small) => {
    const { liveId } = await startedLive(small)
    const at = (await small.shop.now()) as Instant
    const event = {
      kind: 'view' as const,
      page: 'room',
      subject: liveId as string as Id<'subject'>,
      liveId,
      at,
      ms: 0,
    }
    return { openid: small.neighbour(), input: { requestId: randomUUID(), events: [event] } }
  },
  'live.review': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: 'keeper', input: { liveId } }
  },
  'live.recount': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: 'keeper', input: { liveId } }
  },
  'live.note': async (small) => {
    const { liveId } = await startedLive(small)
    return { openid: 'keeper', input: { requestId: randomUUID(), liveId, words: '下次早点发券' } }
  },
  'audit.list': async (small) => {
    await startedLive(small)
    const before = ((await small.shop.now()) + 1) as Instant
    return { openid: 'keeper', input: { before } }
  },
}
