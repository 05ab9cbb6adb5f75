import { fail, type Failure } from '@domain/failure'
import type { Product, Shop } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import { shopFile, type ImportReport } from '@domain/shopfile/contract'
import { datedFile } from '@domain/shopfile/countedTimes'
import { shopFaults, type FileFault } from '@domain/shopfile/faults'
import { planShop, type PlannedStock, type ShopPlan } from '@domain/shopfile/plan'
import type { FlashSale } from '@domain/flashsale/flashSale'
import type { Instant } from '@domain/time'
import { prepareSale } from '../flashsale/prepare'
import { deals, fileTimes, flashSales, keptSections, products, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { issuedFaults, writeTemplates } from './coupons'
import { withVersions, writeGuides } from './guides'
import { openSessions, writeSessions } from './live'
import { writeMall } from './mall'
import { importOf, noteImport } from './note'
import { putChanged } from './putChanged'
import { loadStocks, stockFaults } from './stock'

interface Importing {
  readonly file: unknown
  readonly pictures: Readonly<Record<string, string>>
}

/** The most faults told at once. */
const MOST_FAULTS = 20

/** Imports a shop file. Orders, sold stock and running deals stay as they are. */
export async function importShop(
  importing: Importing,
  caller: Caller,
): Promise<ImportReport | Failure<'file_invalid'>> {
  const { file, pictures } = importing
  const { now } = caller
  const parsed = shopFile.safeParse(file)
  if (!parsed.success) {
    return invalid(
      parsed.error.issues.map(({ path, message }) => ({ place: placeOf(path), fault: message })),
    )
  }
  const known = await fileTimes.get('file')
  const { file: dated, times } = datedFile(parsed.data, known?.times ?? [], now)
  const plan = await openPlan(planShop(dated, pictures, now))
  const running = new Map((await deals.findAll({})).map((deal) => [deal._id, deal]))
  const faults = [
    ...shopFaults(dated, pictures, now),
    ...changedDeals(plan, running),
    ...runningClashes(plan, running),
    ...(await stockFaults(stocksOf(plan))),
    ...(await issuedFaults(plan.templates)),
  ]
  if (faults.length > 0) return invalid(faults)
  // Times come first: an import that is cut off and repeated counts none of them anew.
  const which = importOf(importing, known)
  await fileTimes.put({ _id: 'file', times, ...which })
  const report = await write(plan, running, now)
  await noteImport(which, report, caller)
  return report
}

/** What is left to the file: a session that has started is run in its cockpit. */
async function openPlan(plan: ShopPlan): Promise<ShopPlan> {
  return { ...plan, sessions: await openSessions(plan.sessions) }
}

const stocksOf = ({ stocks, sessions }: ShopPlan): readonly PlannedStock[] => [
  ...stocks,
  ...sessions.flatMap((session) => session.stocks),
]

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

/** What stands of a deal since it was opened, and what to say of who changes it. */
const standing: readonly (readonly [fault: string, fields: readonly string[]])[] = [
  ['its goods stand since it was opened', ['kind', 'productId', 'skuId']],
  [
    'its prices stand since it was opened',
    ['ladder', 'priceFen', 'leaderPriceFen', 'people', 'teamHours', 'joiners'],
  ],
  ['its limit stands since it was opened', ['perMember']],
]

/**
 * A deal that people may have joined keeps its promise: goods, prices and rules can't change. In
 * the mall nobody joins anything: what it asks for is free to change.
 */
function changedDeals(plan: ShopPlan, running: ReadonlyMap<string, Deal>): FileFault[] {
  return [...plan.deals, ...plan.mall.deals].flatMap((deal) => {
    const before = running.get(deal._id)
    if (!before) return []
    const [section, free] = deal.kind === 'mall' ? ['points.mall', 'priceFen'] : ['groupBuys', '']
    const isSame = (field: string) =>
      field === free ||
      JSON.stringify(Reflect.get(before, field)) === JSON.stringify(Reflect.get(deal, field))
    return standing
      .filter(([, fields]) => !fields.every(isSame))
      .map(([fault]) => ({ place: `${section} "${deal._id}"`, fault }))
  })
}

/** A deal that the shop does not have yet, with the place where the file opens it. */
interface NewDeal {
  readonly deal: Pick<Deal, '_id' | 'skuId' | 'startsAt' | 'endsAt'>
  readonly place: string
}

/** A new deal on a SKU that is in a deal of the shop, which the file may not name any more. */
function runningClashes(plan: ShopPlan, running: ReadonlyMap<string, Deal>): FileFault[] {
  const groups = plan.deals.map((deal) => ({ deal, place: `groupBuys "${deal._id}"` }))
  const lives = plan.sessions.flatMap(({ session, deals: sold }) =>
    sold.map((deal) => ({ deal, place: `live "${session._id}"` })),
  )
  return [...groups, ...lives]
    .filter(({ deal }) => !running.has(deal._id))
    .flatMap((opened) => runningClash(opened, running))
}

/** The mall, where points are paid, is no other price for the same, nor is a prize. */
function runningClash({ deal, place }: NewDeal, running: ReadonlyMap<string, Deal>): FileFault[] {
  const other = [...running.values()].find(
    ({ kind, skuId, startsAt, endsAt }) =>
      kind !== 'mall' &&
      kind !== 'prize' &&
      skuId === deal.skuId &&
      startsAt < deal.endsAt &&
      deal.startsAt < endsAt,
  )
  const fault = `"${deal.skuId}" is in "${other?._id ?? ''}", which runs in the shop`
  return other ? [{ place, fault }] : []
}

async function write(
  plan: ShopPlan,
  running: ReadonlyMap<string, Deal>,
  now: Instant,
): Promise<ImportReport> {
  await loadStocks(stocksOf(plan))
  const shelved = await products.findAll({})
  await putChanged(products, shelved, plan.products)
  await takeOffShelf(plan, shelved)
  await Promise.all(plan.deals.map((deal) => writeDeal(deal, running.get(deal._id))))
  await writeTemplates(plan.templates)
  await writeMall(plan.mall, now)
  await writeGuides(plan.guides)
  await writeSessions(plan.sessions, running, now)
  const kept = Object.entries(plan.kept).map(([_id, section]) => ({ _id, section }))
  await putChanged(keptSections, await keptSections.findAll({}), kept)
  // The shop itself comes last: without it the first page says that there is no shop yet.
  const before = await shops.get('shop')
  const levelsChangedAt = levelsChange(plan.shop, before, now)
  await shops.put(withVersions({ ...plan.shop, levelsChangedAt }, before))
  for (const sale of plan.sales) await writeSale(sale, now)
  const { discounts, spendAndSave } = plan.shop.promotions
  return {
    products: plan.products.length,
    skus: plan.products.reduce((sum, { skus }) => sum + skus.length, 0),
    deals: plan.deals.length,
    flashSales: plan.sales.length,
    promotions: discounts.length + spendAndSave.length,
    coupons: plan.templates.length,
    stores: plan.shop.stores.length,
    guides: plan.guides.length,
    live: plan.sessions.length,
    kept: Object.keys(plan.kept),
  }
}

/** Since when the levels are other ones, in one write with them: the timer does what follows. */
function levelsChange({ levels }: Shop, before: Shop | undefined, now: Instant): Instant | null {
  // A shop that is just opened has nobody whose level could change.
  if (!before) return null
  return isSame(before.levels, levels) ? before.levelsChangedAt : now
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** An opened deal keeps its times, its state and its outcome; the timer may be at it right now. */
async function writeDeal(deal: Deal, opened: Deal | undefined): Promise<void> {
  const { _id, name, stock, rank } = deal
  if (!opened) await deals.put(deal)
  else if (name !== opened.name || stock !== opened.stock || rank !== opened.rank) {
    await deals.changeIf(_id, {}, { name, stock, rank })
  }
}

/**
 * A sale keeps the sessions that were made already; one that comes only once keeps its time, which
 * the file may have counted from its import.
 */
async function writeSale(sale: FlashSale, now: Instant): Promise<void> {
  const before = await flashSales.get(sale._id)
  const isSet = before?.schedule.kind === 'once' && sale.schedule.kind === 'once'
  const schedule = isSet ? before.schedule : sale.schedule
  const written = { ...sale, schedule }
  await flashSales.put(written)
  await prepareSale(written, now)
}

/** Products that the file no longer names leave the shelf; orders that name them stay readable. */
async function takeOffShelf(plan: ShopPlan, shelved: readonly Product[]): Promise<void> {
  const named = new Set(plan.products.map(({ _id }) => _id))
  const gone = shelved.filter(({ _id, onShelf }) => onShelf && !named.has(_id))
  await Promise.all(gone.map(({ _id }) => products.changeIf(_id, {}, { onShelf: false })))
}
