import type { ProductId, SkuId } from '../ids'
import { USUAL_LIVE_STOCK, type LiveDeal } from '../live/deal'
import { latestEnd } from '../live/room'
import { liveDealIdOf, type LiveProduct, type LiveSession } from '../live/session'
import { MOST_PIECES } from '../orders/order'
import { after, MINUTE, type Instant } from '../time'
import type { ShopFile } from './contract'
import type { PlannedStock } from './plan'
import { dealSku } from './planDeals'
import { fileMoment } from './when'

/** A session as the file writes it. */
export type FileSession = ShopFile['live'][number]
type FileProduct = FileSession['products'][number]

/** What is sold in a session, with its stock. */
export interface PlannedSession {
  readonly session: LiveSession
  readonly deals: readonly LiveDeal[]
  readonly stocks: readonly PlannedStock[]
}

/** Live sessions: who is in front of the camera, when, and with what. */
export const plannedSessions = (file: ShopFile, now: Instant): PlannedSession[] =>
  file.live.map((live, index) => {
    const session = sessionOf(live, file, now)
    const sold = live.products.flatMap((product, line) => {
      const place = `live[${index}].products[${line}].stock`
      const deal = dealOf(product, line, session, file)
      return deal ? [{ deal, place }] : []
    })
    return {
      session,
      deals: sold.map(({ deal }) => deal),
      stocks: sold.map(({ deal, place }) => {
        const { _id: dealId, skuId, stock } = deal
        return { skuId, productId: null, dealId, stock, place }
      }),
    }
  })

function sessionOf(live: FileSession, file: ShopFile, now: Instant): LiveSession {
  const startsAt = fileMoment(live.startsAt, now)
  const { channels, preheat } = live
  return {
    _id: live.id,
    title: live.title,
    startsAt,
    endsAt: after(startsAt, live.lastsMinutes * MINUTE),
    hostId: live.host ?? null,
    coHostId: live.coHost ?? null,
    technicianId: live.technician ?? null,
    minutesPerProduct: live.minutesPerProduct,
    products: live.products.map((product) => productOf(product, live, file)),
    templateIds: live.coupons,
    lotteries: live.lotteries.map(({ productId, winners, ...named }) => {
      return { productId, skuId: dealSku({ productId, ...named }, file), winners }
    }),
    channels: channels
      ? { finderUserName: channels.finderUserName, noticeId: channels.noticeId ?? null }
      : null,
    warmUp: preheat
      ? { days: preheat.officialAccountDaysBefore, postersPerDay: preheat.postersPerDay }
      : null,
  }
}

function productOf(product: FileProduct, { id }: FileSession, file: ShopFile): LiveProduct {
  const { productId, role, livePriceFen, script } = product
  const skuId = dealSku(product, file)
  const dealId = role === 'lottery' ? null : liveDealIdOf(id, skuId)
  return { productId, skuId, role, dealId, livePriceFen, script }
}

/** What sells a product in its session; nothing for the prize of a lottery. */
function dealOf(
  product: FileProduct,
  rank: number,
  session: LiveSession,
  file: ShopFile,
): LiveDeal | undefined {
  const { productId, role, livePriceFen: priceFen, stock, perMember } = product
  if (role === 'lottery') return undefined
  const { _id: liveId, startsAt, hostId } = session
  const skuId = dealSku(product, file)
  return {
    _id: liveDealIdOf(liveId, skuId),
    kind: 'live',
    name: session.title,
    liveId,
    role,
    hostId,
    productId,
    skuId,
    priceFen,
    stock: stock ?? USUAL_LIVE_STOCK,
    perMember: perMember ?? MOST_PIECES,
    startsAt,
    endsAt: latestEnd(session),
    rank,
    takes: { coupons: true, points: true },
    isOffered: role === 'main',
    was: {},
    rev: 0,
  }
}

/** What a SKU costs outside of any session. */
export function basePriceOf(
  { productId, skuId }: { readonly productId: ProductId; readonly skuId: SkuId },
  { products }: ShopFile,
): number | undefined {
  const product = products.find(({ id }) => id === productId)
  return product?.skus?.find(({ id }) => id === skuId)?.priceFen ?? product?.priceFen
}
