import type { DealId } from '@domain/ids'
import type { LiveGoods } from '@domain/live/contract'
import type { LiveStatus } from '@domain/live/room'
import { showState } from '@domain/live/runOfShow'
import type { CockpitView } from '@/stores/CockpitStore'
import { restingText } from '@/text/cockpit'

/** Something of the run-of-show as the cockpit has it. */
export type Product = CockpitView['products'][number]

/** Something of the run-of-show that is sold: all but the prizes of lotteries. */
export interface Sold extends Product {
  readonly goods: LiveGoods
  readonly dealId: DealId
}

/** What is sold in a session, in the order of its run-of-show. */
export function soldIn({ products }: Pick<CockpitView, 'products'>): Sold[] {
  return products.flatMap((product) => {
    const { goods } = product
    return goods ? [{ ...product, goods, dealId: goods.dealId }] : []
  })
}

/** Why nothing can be done to what is sold; nothing while it can. */
export const changeRests = (status: LiveStatus): string | undefined =>
  status === 'ended' ? restingText.ended : undefined

/** Why something that belongs into a running session can't be done; nothing while it can. */
export const liveRests = (status: LiveStatus): string | undefined =>
  status === 'live' ? undefined : restingText[status]

/** Why a product can't be explained now. */
export function explainRests(dealId: DealId, room: CockpitView['room']): string | undefined {
  const isNow = showState(dealId, room) === 'explaining'
  return liveRests(room.status) ?? (isNow ? restingText.explaining : undefined)
}

/** Why a product can't be skipped now. */
export function skipRests(
  { dealId, role }: Pick<Sold, 'dealId' | 'role'>,
  room: CockpitView['room'],
): string | undefined {
  const state = showState(dealId, room)
  if (room.status !== 'live') return restingText[room.status]
  if (state === 'explained' || state === 'skipped') return restingText[state]
  return role === 'backup' && state === 'waiting' ? restingText.backup : undefined
}
