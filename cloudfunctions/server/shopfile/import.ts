import { fail, type Failure } from '@domain/failure'
import type { Deal } from '@domain/groupbuy/ladder'
import { shopFile, type ImportReport } from '@domain/shopfile/contract'
import { shopFaults, type FileFault } from '@domain/shopfile/faults'
import { planShop, type ShopPlan } from '@domain/shopfile/plan'
import { deals, keptSections, products, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { loadStocks, stockFaults } from './stock'

interface Importing {
  readonly file: unknown
  readonly pictures: Readonly<Record<string, string>>
}

/** The most faults told at once. */
const MOST_FAULTS = 20

/** Imports a shop file. Orders, sold stock and running deals stay as they are. */
export async function importShop(
  { file, pictures }: Importing,
  { now }: Caller,
): Promise<ImportReport | Failure<'file_invalid'>> {
  const parsed = shopFile.safeParse(file)
  if (!parsed.success) {
    return invalid(
      parsed.error.issues.map(({ path, message }) => ({ place: placeOf(path), fault: message })),
    )
  }
  const plan = planShop(parsed.data, pictures, now)
  const running = new Map((await deals.find({})).map((deal) => [deal._id, deal]))
  const faults = [
    ...shopFaults(parsed.data, pictures, now),
    ...changedLadders(plan, running),
    ...(await stockFaults(plan.stocks)),
  ]
  if (faults.length > 0) return invalid(faults)
  return write(plan, running)
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, part) =>
      typeof part === 'number' ? `${place}[${part}]` : `${place}${place && '.'}${String(part)}`,
    '',
  )
}

function invalid(faults: readonly FileFault[]): Failure<'file_invalid'> {
  const told = faults.slice(0, MOST_FAULTS)
  return fail('file_invalid', {
    faults: faults.length,
    list: told.map(({ place, fault }) => `${place || 'file'}: ${fault}`).join('\n'),
  })
}

/** A ladder that people may have joined keeps its promise: goods, prices and steps can't change. */
function changedLadders(plan: ShopPlan, running: ReadonlyMap<string, Deal>): FileFault[] {
  return plan.deals.flatMap((deal) => {
    const before = running.get(deal._id)
    if (!before) return []
    const place = `groupBuys "${deal._id}"`
    const isSame = (field: 'ladder' | 'productId' | 'skuId' | 'perMember') =>
      JSON.stringify(before[field]) === JSON.stringify(deal[field])
    return [
      ...(isSame('ladder') ? [] : [{ place, fault: 'its prices stand since it was opened' }]),
      ...(isSame('productId') && isSame('skuId')
        ? []
        : [{ place, fault: 'its goods stand since it was opened' }]),
      ...(isSame('perMember') ? [] : [{ place, fault: 'its limit stands since it was opened' }]),
    ]
  })
}

async function write(plan: ShopPlan, running: ReadonlyMap<string, Deal>): Promise<ImportReport> {
  await loadStocks(plan.stocks)
  await Promise.all(plan.products.map((product) => products.put(product)))
  await takeOffShelf(plan)
  await Promise.all(plan.deals.map((deal) => writeDeal(deal, running.has(deal._id))))
  await Promise.all(
    Object.entries(plan.kept).map(([name, section]) => keptSections.put({ _id: name, section })),
  )
  // The shop itself comes last: without it the first page says that there is no shop yet.
  await shops.put(plan.shop)
  return {
    products: plan.products.length,
    skus: plan.products.reduce((sum, { skus }) => sum + skus.length, 0),
    deals: plan.deals.length,
    stores: plan.shop.stores.length,
    kept: Object.keys(plan.kept),
  }
}

/** An opened deal keeps its times, its state and its outcome; the timer may be at it right now. */
async function writeDeal(deal: Deal, isOpened: boolean): Promise<void> {
  const { _id, name, stock, rank } = deal
  if (isOpened) await deals.changeIf(_id, {}, { name, stock, rank })
  else await deals.put(deal)
}

/** Products that the file no longer names leave the shelf; orders that name them stay readable. */
async function takeOffShelf(plan: ShopPlan): Promise<void> {
  const named = new Set(plan.products.map(({ _id }) => _id))
  const gone = (await products.find({ onShelf: true })).filter(({ _id }) => !named.has(_id))
  await Promise.all(gone.map(({ _id }) => products.changeIf(_id, {}, { onShelf: false })))
}
