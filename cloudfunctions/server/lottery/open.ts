import { fail, hasFailed, type Failure } from '@domain/failure'
import { NEVER } from '@domain/holds/hold'
import type { LiveId } from '@domain/ids'
import type { PrizeDeal } from '@domain/live/deal'
import type { LiveRoom } from '@domain/live/room'
import type { LiveSession, PlannedLottery } from '@domain/live/session'
import type { Product } from '@domain/catalog/product'
import type { Lottery } from '@domain/lottery/lottery'
import { NOTHING } from '@domain/money'
import { after, MINUTE } from '@domain/time'
import { earlierDeed, record, type Deed } from '../audit/record'
import { freshShards } from '../holds/load'
import { _ } from '../kit/cloud'
import { deals, liveRooms, liveSessions, lotteries, lotterySeeds, pools } from '../kit/collections'
import { auditIdOf, lotteryIdOf, newSeed, prizeDealIdOf, sha256 } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { Weather } from '../kit/weather'

interface Opening {
  readonly requestId: string
  readonly liveId: LiveId
  /** Which of the session's prizes, from 0 on. */
  readonly place: number
  readonly minutes: number
}

type Opened = { readonly lottery: Lottery }
type Refusal = Failure<'request_reused' | 'live_unknown' | 'lottery_unknown' | 'live_cannot'>

type SessionReading = LiveSession & {
  readonly rooms: readonly LiveRoom[]
  readonly prizes: readonly Pick<Product, '_id' | 'name'>[]
}

/**
 * Opens a lottery for one of the session's prizes, once. The seed comes first, then what winners
 * order by, then the lottery with the seed's hash, and last the room, where viewers see it: who is
 * interrupted asks again and finishes. Beside who asks nine SDK calls.
 */
export async function openLottery(opening: Opening, caller: Caller): Promise<Opened | Refusal> {
  const { requestId, liveId, place } = opening
  const deed: Deed = { caller, requestId, action: 'lottery.open', input: opening }
  const [earlier, session] = await Promise.all([earlierDeed(deed), readSession(liveId)])
  if (hasFailed(earlier)) return earlier
  const [room] = session?.rooms ?? []
  if (!session || !room) return fail('live_unknown')
  const prize = session.lotteries[place]
  if (!prize) return fail('lottery_unknown', { place })
  if (earlier) return { lottery: await stored(lotteryIdOf(liveId, place)) }
  if (room.status !== 'live') return fail('live_cannot', { status: room.status })
  const seed = await seedOf(deed, opening)
  if (hasFailed(seed)) return seed
  const lottery = lotteryOf(opening, { prize, session, seed }, caller)
  const written = await write(lottery)
  await record(deed, {
    subject: liveId,
    reason: '',
    before: {},
    after: { name: lottery.productName, prizes: lottery.prizes, minutes: opening.minutes },
  })
  return { lottery: written }
}

async function readSession(liveId: LiveId): Promise<SessionReading | undefined> {
  const { list } = (await liveSessions
    .aggregate()
    .match({ _id: liveId })
    .lookup({ from: 'live_rooms', localField: '_id', foreignField: '_id', as: 'rooms' })
    .lookup({
      from: 'products',
      localField: 'lotteries.productId',
      foreignField: '_id',
      as: 'prizes',
    })
    .end()) as unknown as { list: readonly SessionReading[] }
  return list[0]
}

/** The seed that this wish has fixed, now or before; a prize that another one opened is taken. */
async function seedOf(
  { caller, requestId }: Deed,
  { liveId, place }: Opening,
): Promise<string | Failure<'live_cannot'>> {
  const _id = lotteryIdOf(liveId, place)
  const openedBy = auditIdOf(caller.memberId, requestId)
  const seed = newSeed()
  if (await lotterySeeds.add({ _id, seed, openedBy })) return seed
  const known = await lotterySeeds.get(_id)
  return known?.openedBy === openedBy ? known.seed : fail('live_cannot', { status: 'opened' })
}

interface Planned {
  readonly prize: PlannedLottery
  readonly session: SessionReading
  readonly seed: string
}

function lotteryOf(
  { liveId, place, minutes }: Opening,
  { prize, session, seed }: Planned,
  { now }: Caller,
): Lottery {
  const { productId, skuId, winners: prizes } = prize
  const _id = lotteryIdOf(liveId, place)
  const product = session.prizes.find((known) => known._id === productId)
  return {
    _id,
    liveId,
    dealId: prizeDealIdOf(_id),
    productId,
    skuId,
    productName: product?.name ?? '',
    prizes,
    status: 'open',
    opensAt: now,
    closesAt: after(now, minutes * MINUTE),
    commitment: sha256(seed),
    listHash: null,
    entries: null,
    seed: null,
    winners: [],
    rev: 0,
  }
}

/** What winners order their prize by: nobody can before the draw, and then only they. */
const dealOf = (lottery: Lottery): PrizeDeal => ({
  _id: lottery.dealId,
  kind: 'prize',
  name: lottery.productName,
  liveId: lottery.liveId,
  lotteryId: lottery._id,
  productId: lottery.productId,
  skuId: lottery.skuId,
  priceFen: NOTHING,
  stock: lottery.prizes,
  perMember: 1,
  startsAt: lottery.opensAt,
  endsAt: NEVER,
  rank: 0,
  takes: { coupons: false, points: false },
})

/** Writes what is not there yet, and answers the lottery as it stands. */
async function write(lottery: Lottery): Promise<Lottery> {
  const { _id, liveId, dealId, skuId, prizes: stock } = lottery
  await pools.addAll(freshShards({ skuId, productId: null, dealId, stock }))
  await deals.add(dealOf(lottery))
  const isNew = await lotteries.add(lottery)
  const shown = { lotteries: _.unshift([_id]), rev: _.inc(1) }
  await liveRooms.changeIf(liveId, { lotteries: _.nin([_id]) }, shown)
  return isNew ? lottery : stored(_id)
}

async function stored(lotteryId: Lottery['_id']): Promise<Lottery> {
  const lottery = await lotteries.get(lotteryId)
  if (!lottery) throw new Weather('the lottery is there and is not')
  return lottery
}
