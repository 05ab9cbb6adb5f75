import { isId } from '../ids'
import { liveDealIdOf } from '../live/session'
import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { goodsFaults } from './goodsFaults'
import { dealSku } from './planDeals'
import { basePriceOf, type FileSession } from './planLive'
import { faultAt } from './promotionFaults'

/** What is wrong with live sessions: with who runs them, what they sell, drop and give away. */
export function liveFaults(file: ShopFile): FileFault[] {
  const taken = new Set<string>(file.groupBuys.map(({ id }) => id))
  return file.live.flatMap((session, index) => {
    const place = `live[${index}]`
    return [
      ...crewFaults(session, place, file),
      ...soldFaults(session, place, file),
      ...idFaults(session, place, { file, taken }),
      ...couponFaults(session, place, file),
      ...session.lotteries.flatMap((lottery, line) =>
        goodsFaults(lottery, `${place}.lotteries[${line}]`, file),
      ),
    ]
  })
}

function crewFaults(session: FileSession, place: string, { guides }: ShopFile): FileFault[] {
  return (['host', 'coHost', 'technician'] as const).flatMap((role) => {
    const named = session[role]
    const isKnown = named === undefined || guides.some(({ id }) => id === named)
    return isKnown ? [] : [{ place: `${place}.${role}`, fault: `there is no guide "${named}"` }]
  })
}

/** A session sells each SKU once, and never dearer than the shelf. */
function soldFaults(session: FileSession, place: string, file: ShopFile): FileFault[] {
  const seen = new Set<string>()
  return session.products.flatMap((product, line) => {
    const at = `${place}.products[${line}]`
    const faults = goodsFaults(product, at, file)
    if (product.role === 'lottery' || faults.length > 0) return faults
    const skuId = dealSku(product, file)
    const isTwice = seen.has(skuId)
    seen.add(skuId)
    const base = basePriceOf({ productId: product.productId, skuId }, file) ?? 0
    const { livePriceFen } = product
    const isDear = livePriceFen > base || livePriceFen === 0
    return [
      ...faultAt(at, isTwice ? `"${skuId}" is sold twice in the session` : undefined),
      ...faultAt(`${at}.livePriceFen`, isDear ? `not between 1 and ${base}` : undefined),
    ]
  })
}

/** Ids of deals are made of two others; they may be too long by that, or those of another deal. */
function idFaults(
  session: FileSession,
  place: string,
  { file, taken }: { readonly file: ShopFile; readonly taken: Set<string> },
): FileFault[] {
  const ids = new Set(
    session.products
      .filter(({ role }) => role !== 'lottery')
      .map((product) => liveDealIdOf(session.id, dealSku(product, file))),
  )
  return [...ids].flatMap((id) => {
    const isTaken = taken.has(id)
    taken.add(id)
    return [
      ...faultAt(`${place}.id`, isId(id) ? undefined : `"${id}" is too long for an id`),
      ...faultAt(`${place}.id`, isTaken ? `"${id}" is another deal already` : undefined),
    ]
  })
}

/** Only coupons that come by a live can be dropped into one. */
function couponFaults(session: FileSession, place: string, { coupons }: ShopFile): FileFault[] {
  return session.coupons.flatMap((templateId, line) => {
    const at = `${place}.coupons[${line}]`
    const coupon = coupons.find(({ id }) => id === templateId)
    if (!coupon) return [{ place: at, fault: `there is no coupon "${templateId}"` }]
    return coupon.channel === 'live' ? [] : [{ place: at, fault: 'its channel is not "live"' }]
  })
}
