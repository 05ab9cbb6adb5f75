/** 抽奖: lotteries of a small shop's sessions, and who wins them. */
import { createHash, randomUUID } from 'node:crypto'
import type { OutputOf } from '@domain/api'
import type { OrderId } from '@domain/ids'
import type { Lottery } from '@domain/lottery/lottery'
import { MINUTE } from '@domain/time'
import { startedLive, type PlannedLive } from './live-shop'
import type { SmallShop } from './small-shop'

/** A lottery with the session that it is of. */
export interface OpenLottery {
  readonly live: PlannedLive
  readonly lottery: Lottery
}

/** Opens the first lottery of a session, for three minutes. */
export const opening = ({ liveId }: Pick<PlannedLive, 'liveId'>, minutes = 3) => {
  return { requestId: randomUUID(), liveId, place: 0, minutes }
}

/** A session that runs, with a lottery that is open. */
export async function openedLottery(small: SmallShop): Promise<OpenLottery> {
  const live = await startedLive(small)
  const { lottery } = await small.shop.ask('keeper', 'lottery.open', opening(live))
  return { live, lottery }
}

type OfLottery = Pick<Lottery, '_id'>

/** Somebody enters; answers the code. */
export async function enter(small: SmallShop, openid: string, lottery: OfLottery): Promise<string> {
  return (await small.shop.ask(openid, 'lottery.enter', { lotteryId: lottery._id })).code
}

/** A lottery with so many entries, by name of who entered. */
export async function enteredBy(small: SmallShop, count: number) {
  const { live, lottery } = await openedLottery(small)
  const entered = await Promise.all(
    small.neighbours(count).map(async (openid) => {
      return { openid, code: await enter(small, openid, lottery) }
    }),
  )
  return { live, lottery, entered }
}

/** Waits until a lottery can be drawn. */
export const untilDrawable = (small: SmallShop, { closesAt }: Pick<Lottery, 'closesAt'>) =>
  small.shop.passTo(closesAt + MINUTE)

export const drawing = ({ _id: lotteryId }: OfLottery) => ({ requestId: randomUUID(), lotteryId })

/** Waits, and draws. */
export async function draw(small: SmallShop, lottery: Lottery): Promise<Lottery> {
  await untilDrawable(small, lottery)
  return (await small.shop.ask('keeper', 'lottery.draw', drawing(lottery))).lottery
}

/** A lottery that is drawn, with who won and who did not. */
export async function drawnLottery(small: SmallShop, count = 5) {
  const { live, lottery: open, entered } = await enteredBy(small, count)
  const lottery = await draw(small, open)
  const hasWon = ({ code }: { code: string }) => lottery.winners.includes(code)
  const winners = entered.filter(hasWon).map(({ openid }) => openid)
  const losers = entered.filter((one) => !hasWon(one)).map(({ openid }) => openid)
  return { live, lottery, winners, losers }
}

/** A lottery as somebody sees it. */
export const seen = (small: SmallShop, openid: string, { _id: lotteryId }: OfLottery) =>
  small.shop.ask(openid, 'lottery.see', { lotteryId })

/** The whole sealed list, page by page, as anybody may read it. */
export async function published(
  small: SmallShop,
  { _id: lotteryId }: OfLottery,
): Promise<string[]> {
  const all: string[] = []
  for (let page = 0; ; page += 1) {
    const { codes } = await small.shop.ask('anybody', 'lottery.entries', { lotteryId, page })
    if (codes.length === 0) return all
    all.push(...codes)
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What anybody works out of what is public, and with none of the shop's rules. */
export function workedOut(view: OutputOf<'lottery.see'>, codes: readonly string[]) {
  const list = sha256([...codes].sort().join('\n'))
  const lots = codes.map((code): [lot: string, code: string] => {
    return [sha256(`${view.seed ?? ''}\n${list}\n${code}`), code]
  })
  lots.sort(([one], [other]) => (one < other ? -1 : 1))
  const winners = lots.slice(0, view.prizes).map(([, code]) => code)
  return { commitment: sha256(view.seed ?? ''), listHash: list, entries: codes.length, winners }
}

/** The line by which a prize is ordered. */
export const prizeLine = (small: SmallShop, { dealId, productId }: Lottery) =>
  small.joining({ dealId, productId })

/** A winner orders the prize. */
export const claimPrize = (small: SmallShop, openid: string, lottery: Lottery): Promise<OrderId> =>
  small.place(openid, prizeLine(small, lottery))
