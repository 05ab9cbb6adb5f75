/** What is done about a live, as the phones of its crew and its audience call it. */
import type { AudienceAct, CrewAct, LiveAct } from '../street/live-step'
import type { Event } from './event'

/** What a phone reads of a live before it does anything there. */
export interface SeenLive {
  readonly room: { readonly rev: number }
  readonly mark: string
  readonly goods: readonly { readonly dealId: string; readonly skuId: string }[]
  readonly lotteries: readonly {
    readonly _id: string
    readonly dealId: string
    readonly productId: string
  }[]
}

/** Who says something, and as which wish. */
interface Wish {
  readonly requestId: string
  readonly liveId: string
}

const NOBODY = 'nobody'

const dealIn = ({ goods }: SeenLive, productId: string): string =>
  goods.find(({ skuId }) => skuId === productId)?.dealId ?? NOBODY

/** The lottery for a product, where it was opened. */
export const lotteryIn = ({ lotteries }: SeenLive, productId: string) =>
  lotteries.find((lottery) => lottery.productId === productId)

const isCrews = (act: LiveAct): act is CrewAct =>
  !['reserve', 'watch', 'claim the drop', 'enter the lottery'].includes(act.do)

/** The call for anything about a live; nothing where there is no such lottery. */
export const liveEvent = (act: LiveAct, requestId: string, seen: SeenLive): Event | undefined =>
  isCrews(act) ? crewEvent(act, requestId, seen) : audienceEvent(act, requestId, seen)

function audienceEvent(act: AudienceAct, requestId: string, seen: SeenLive): Event | undefined {
  const { live: liveId } = act
  switch (act.do) {
    case 'reserve':
      return { name: 'live.reserve', input: { liveId } }
    case 'watch':
      return { name: 'live.room', input: { liveId, rev: seen.room.rev, mark: seen.mark } }
    case 'claim the drop':
      return { name: 'live.claim', input: { requestId, liveId, templateId: act.templateId } }
    case 'enter the lottery':
      return ofLottery('lottery.enter', {}, lotteryIn(seen, act.productId))
  }
}

const ofLottery = (
  name: 'lottery.enter' | 'lottery.draw',
  wish: object,
  lottery: SeenLive['lotteries'][number] | undefined,
): Event | undefined => lottery && { name, input: { ...wish, lotteryId: lottery._id } }

function crewEvent(act: CrewAct, requestId: string, seen: SeenLive): Event | undefined {
  const wish: Wish = { requestId, liveId: act.live }
  switch (act.do) {
    case 'start the live':
      return { name: 'live.start', input: wish }
    case 'end the live':
      return { name: 'live.end', input: wish }
    case 'announce':
      return { name: 'live.announce', input: { ...wish, words: act.words } }
    case 'drop a coupon':
      return { name: 'live.drop', input: { ...wish, templateId: act.templateId } }
    case 'note posters': {
      const { daysBefore, posters } = act
      return { name: 'live.warmUp', input: { ...wish, daysBefore, posters } }
    }
    case 'note for next time':
      return { name: 'live.note', input: { ...wish, words: act.words } }
    case 'open a lottery': {
      const { place, minutes } = act
      return { name: 'lottery.open', input: { ...wish, place, minutes } }
    }
    case 'draw':
      return ofLottery('lottery.draw', { requestId }, lotteryIn(seen, act.productId))
    case 'look at the cockpit':
      return { name: 'live.cockpit', input: { liveId: act.live } }
    case 'look at the review':
      return { name: 'live.review', input: { liveId: act.live } }
    case 'count anew':
      return { name: 'live.recount', input: { liveId: act.live } }
    default:
      return goodsEvent(act, { ...wish, dealId: dealIn(seen, act.productId) })
  }
}

type OnGoods = Extract<
  CrewAct,
  { do: 'explain' | 'skip' | 'shelve' | 'change the price' | 'change the stock' }
>

/** What the crew does with something that the live sells. */
function goodsEvent(act: OnGoods, wish: Wish & { readonly dealId: string }): Event {
  switch (act.do) {
    case 'explain':
      return { name: 'live.explain', input: wish }
    case 'skip':
      return { name: 'live.skip', input: wish }
    case 'shelve':
      return { name: 'live.shelve', input: { ...wish, isOffered: act.isOffered } }
    case 'change the price':
      return { name: 'live.price', input: { ...wish, priceFen: act.priceFen, reason: 'tonight' } }
    case 'change the stock':
      return { name: 'live.stock', input: { ...wish, change: act.change, reason: 'counted' } }
  }
}

/** What the phone notes of somebody who watches: a page that came up, and something looked at. */
export function watchingEvent(
  { live: liveId }: AudienceAct,
  { requestId, at, seen }: { requestId: string; at: number; seen: SeenLive },
): Event {
  const subject = seen.goods[0]?.dealId ?? null
  const noted = { page: 'liveRoom', liveId, at, ms: 0 }
  const events = [
    { kind: 'view', subject: null, ...noted },
    { kind: 'exposure', subject, ...noted },
    { kind: 'click', subject, ...noted },
  ]
  return { name: 'events.record', input: { requestId, events } }
}

/** Actions that leave an entry in the record for every wish that they grant. */
const recorded: readonly string[] = [
  ...['live.start', 'live.end', 'live.explain', 'live.skip', 'live.shelve', 'live.price'],
  ...['live.stock', 'live.announce', 'live.drop', 'live.warmUp', 'live.note'],
  ...['lottery.open', 'lottery.draw'],
]

export const isRecorded = ({ name }: Event): boolean => recorded.includes(name)
