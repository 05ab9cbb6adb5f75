/** 直播: sessions of a small shop, and what is done in their cockpits. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { DealId, GuideId, LiveId, StoreId, TemplateId } from '@domain/ids'
import type { LiveDeal } from '@domain/live/deal'
import type { KeptRoom } from '@domain/live/room'
import type { Fen } from '@domain/money'
import { guide } from './guide-shop'
import type { Goal, SmallShop } from './small-shop'
import { writtenCoupon, writtenProduct, type WrittenShop } from './written'

type WrittenSession = NonNullable<WrittenShop['live']>[number]
type WrittenGoods = NonNullable<WrittenSession['products']>[number]

/** A session's own terms, and those of its first product. */
export interface LiveTerms {
  readonly host?: GuideId
  readonly startsAt?: string
  readonly lastsMinutes?: number
  readonly goods?: Partial<Pick<WrittenGoods, 'livePriceFen' | 'stock' | 'perMember'>>
  readonly preheat?: WrittenSession['preheat']
  /** Coupons that may be dropped beside its own, of other sessions. */
  readonly also?: readonly TemplateId[]
}

/** A session with two products, a backup, a prize and a coupon. */
export interface PlannedLive {
  readonly liveId: LiveId
  readonly first: LiveGoal
  readonly second: LiveGoal
  readonly backup: LiveGoal
  readonly prize: string
  readonly templateId: TemplateId
}

/** Something that a session sells. */
export interface LiveGoal extends Goal {
  readonly dealId: DealId
}

/** A guide whom the shop file knows, as who runs a session must be. */
export async function crewOf(small: SmallShop, name: string): Promise<GuideId> {
  const { guideId: id } = await guide(small, { name })
  const place = { id, name, storeId: 'store-01' as StoreId, kind: 'employee' } as const
  small.file.guides = [...(small.file.guides ?? []), place]
  return id
}

/** Plans a session in half an hour: 1000 fen on the shelf, 900 fen in it. */
export async function plannedLive(small: SmallShop, own: LiveTerms = {}): Promise<PlannedLive> {
  const liveId = small.fresh('live') as LiveId
  const templateId = small.fresh('drop') as TemplateId
  const [first, second, backup, prize] = Array.from({ length: 4 }, () => small.fresh('fruit'))
  const { goods, also = [], ...terms } = own
  const products = [
    sold(first, { ...goods }),
    sold(second),
    sold(backup, { role: 'backup' }),
    sold(prize, { role: 'lottery', livePriceFen: 0 as Fen }),
  ]
  const lotteries = [{ productId: prize, winners: 2 }]
  const usual = { id: liveId, title: '周末直播', startsAt: '+30m', lastsMinutes: 120 }
  const plan = { ...usual, products, lotteries, coupons: [templateId, ...also], ...terms }
  for (const id of [first, second, backup, prize]) {
    small.file.products.push(writtenProduct(id ?? ''))
  }
  small.file.coupons.push(writtenCoupon(templateId, { channel: 'live', total: 5 }))
  small.file.live = [...(small.file.live ?? []), plan as never]
  await small.renew()
  const goal = (productId = ''): LiveGoal => {
    return { productId, dealId: `${liveId}-${productId}` as DealId }
  }
  const goals = { first: goal(first), second: goal(second), backup: goal(backup) }
  return { liveId, ...goals, prize: prize ?? '', templateId }
}

const sold = (productId = '', own: Partial<WrittenGoods> = {}) => ({
  ...{ productId, role: 'main', livePriceFen: 900, stock: 10 },
  ...own,
})

/** The same, and the keeper has started it. */
export async function startedLive(small: SmallShop, own: LiveTerms = {}): Promise<PlannedLive> {
  const live = await plannedLive(small, own)
  await start(small, live)
  return live
}

/** The keeper starts a session. */
export const start = (small: SmallShop, { liveId }: Pick<PlannedLive, 'liveId'>) =>
  small.shop.ask('keeper', 'live.start', { requestId: randomUUID(), liveId })

/** The keeper ends a session. */
export const end = (small: SmallShop, { liveId }: Pick<PlannedLive, 'liveId'>) =>
  small.shop.ask('keeper', 'live.end', { requestId: randomUUID(), liveId })

/** The keeper says what something costs from now on. */
export const pricing = (
  { liveId }: Pick<PlannedLive, 'liveId'>,
  { dealId }: LiveGoal,
  priceFen: number,
): InputOf<'live.price'> => {
  const reason = '跟上竞品'
  return { requestId: randomUUID(), liveId, dealId, priceFen: priceFen as Fen, reason }
}

/** The keeper adds pieces, or takes some away. */
export const stocking = (
  { liveId }: Pick<PlannedLive, 'liveId'>,
  { dealId }: LiveGoal,
  change: number,
): InputOf<'live.stock'> => {
  return { requestId: randomUUID(), liveId, dealId, change, reason: '仓库又到一批' }
}

/** A wish about something that a session sells. */
export const about = ({ liveId }: Pick<PlannedLive, 'liveId'>, { dealId }: LiveGoal) => ({
  requestId: randomUUID(),
  liveId,
  dealId,
})

/** The keeper drops the session's coupon. */
export const drop = (small: SmallShop, { liveId, templateId }: PlannedLive) =>
  small.shop.ask('keeper', 'live.drop', { requestId: randomUUID(), liveId, templateId })

/** The room as it is stored. */
export async function roomOf(small: SmallShop, liveId: LiveId): Promise<KeptRoom> {
  const [room] = await small.shop.documents<KeptRoom>('live_rooms', { _id: liveId })
  if (!room) throw new Error(`There is no room of ${liveId}`)
  return room
}

/** What is sold, as it is stored. */
export const soldAs = (small: SmallShop, { dealId }: LiveGoal): Promise<LiveDeal> =>
  small.deal<LiveDeal>(dealId)

/** A session as somebody sees it. */
export const see = (small: SmallShop, { liveId }: Pick<PlannedLive, 'liveId'>, openid = 'ann') =>
  small.shop.ask(openid, 'live.see', { liveId })

/** Why somebody can't order so much of a session's goods. */
export const refusalOf = (small: SmallShop, openid: string, goal: LiveGoal, quantity = 1) =>
  small.shop.refusal(openid, 'orders.quote', {
    lines: [small.joining(goal, quantity)],
    delivery: 'pick-up',
  })
