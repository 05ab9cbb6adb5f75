/** Lotteries: drawn again from what is public, with hashes of the auditor's own. */
import { createHash } from 'node:crypto'
import type { Audit } from './auditor'
import type { DealDoc, OrderDoc } from './books'
import type { AuditDoc } from './guide-books'
import type { EntryDoc, LotteryDoc, PageDoc } from './live-books'
import { byId, grouped } from './lookups'
import { CLOCK_SKEW } from './spending'

/** From the end of entering on so long nobody may draw. */
const SEAL_WAIT = 30_000

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the auditor remembers of lotteries from the last look. */
export class SeenLotteries {
  private readonly known = new Map<string, LotteryDoc>()

  /** The lottery as it was. */
  before(lottery: LotteryDoc): LotteryDoc | undefined {
    const before = this.known.get(lottery._id)
    this.known.set(lottery._id, lottery)
    return before
  }
}

const pagesOf = grouped<PageDoc>(({ lotteryId, listHash }) => `${lotteryId} ${listHash}`)

const entriesOf = grouped<EntryDoc>(({ lotteryId }) => lotteryId)

/** Draws by hand, by live and by what was drawn for: things are called by their ids here. */
const drawsOf = grouped<AuditDoc>(({ action, subject, after }) =>
  action === 'lottery.draw' ? `${subject} ${String(after['name'])}` : undefined,
)

/** What must hold at every moment. */
export function checkLotteries(audit: Audit, seen: SeenLotteries): void {
  for (const lottery of audit.books.lotteries) {
    const before = seen.before(lottery)
    if (before === lottery) continue
    if (before) checkKept(audit.accuse, before, lottery)
    checkPublished(audit, lottery)
  }
  for (const order of audit.books.orders) {
    const deal = byId(audit.books.deals).get(order.deal?.id ?? '')
    if (deal?.kind === 'prize') checkPrize(audit, order, deal)
  }
}

/** What was said stays said: the hash of the seed, the list, and who won. */
function checkKept(accuse: Audit['accuse'], before: LotteryDoc, lottery: LotteryDoc): void {
  const isKept =
    before.commitment === lottery.commitment &&
    before.closesAt === lottery.closesAt &&
    (before.listHash === null || before.listHash === lottery.listHash) &&
    (before.seed === null || textOf(before.winners) === textOf(lottery.winners))
  if (!isKept) accuse('a fair draw', lottery._id, `was ${before.status} with something else`)
}

const textOf = (codes: readonly string[]): string => codes.join(' ')

/** Whatever of a draw is public follows from the rest of it. */
function checkPublished(audit: Audit, lottery: LotteryDoc): void {
  const { accuse } = audit
  const { _id, seed, listHash, winners, commitment, prizes } = lottery
  const most = audit.prices.lives.winnersOf(lottery.liveId, lottery.productId)
  if (prizes !== most) accuse('a fair draw', _id, `has ${prizes} prizes, by the file ${most}`)
  if (listHash !== null) checkList(audit, lottery, listHash)
  if (seed === null) {
    if (winners.length > 0) accuse('a fair draw', _id, 'names winners without a seed')
    return
  }
  if (sha256(seed) !== commitment) accuse('a fair draw', _id, 'reveals another seed')
  const codes = sealed(audit, _id, listHash ?? '')
  const lots = codes.map((code) => ({ code, lot: sha256(`${seed}\n${listHash}\n${code}`) }))
  lots.sort((one, other) => (one.lot < other.lot ? -1 : 1))
  const due = lots.slice(0, prizes).map(({ code }) => code)
  if (textOf(due) !== textOf(winners)) {
    accuse('a fair draw', _id, `is won by ${textOf(winners)}, should be by ${textOf(due)}`)
  }
}

const sealed = ({ books }: Audit, lotteryId: string, listHash: string): string[] =>
  (pagesOf(books.lotteryPages).get(`${lotteryId} ${listHash}`) ?? [])
    .flatMap(({ codes }) => codes)
    .sort()

/** The list has everybody who entered in time, once, and nobody else. */
function checkList(audit: Audit, lottery: LotteryDoc, listHash: string): void {
  const { books, accuse } = audit
  const { _id, closesAt, entries } = lottery
  const codes = sealed(audit, _id, listHash)
  const entered = (entriesOf(books.lotteryEntries).get(_id) ?? [])
    .filter(({ at }) => at < closesAt)
    .map(({ code }) => code)
  if (sha256(codes.join('\n')) !== listHash || codes.length !== entries) {
    accuse('a fair draw', _id, `seals another list than its ${codes.length} codes`)
  }
  if (textOf(codes) !== textOf(entered.sort())) {
    accuse('a fair draw', _id, `seals ${codes.length} codes of ${entered.length} entries`)
  }
}

/** A prize goes to a winner, for nothing. */
function checkPrize({ books, accuse }: Audit, order: OrderDoc, deal: DealDoc): void {
  const { _id, memberId, placedAt, receipt } = order
  const lottery = byId(books.lotteries).get(deal.lotteryId ?? '')
  const own = entriesOf(books.lotteryEntries).get(lottery?._id ?? '') ?? []
  const code = own.find((entry) => entry.memberId === memberId)?.code
  if (!lottery || code === undefined || !lottery.winners.includes(code)) {
    accuse('prizes for winners', _id, `takes a prize that ${memberId} did not win`)
    return
  }
  if (placedAt < lottery.closesAt + SEAL_WAIT - CLOCK_SKEW) {
    accuse('prizes for winners', _id, 'comes before the draw')
  }
  if (receipt.payableFen !== 0) accuse('prizes for winners', _id, `costs ${receipt.payableFen}`)
}

/** At rest every lottery is drawn, nobody entered twice, and prizes earn nothing. */
export function checkLotteriesAtRest({ books, accuse }: Audit): void {
  const entered = new Set<string>()
  for (const { _id, lotteryId, memberId, code, at } of books.lotteryEntries) {
    const lottery = byId(books.lotteries).get(lotteryId)
    const [member, own] = [`${lotteryId} ${memberId}`, `${lotteryId} ${code}`]
    if (entered.has(member) || entered.has(own)) accuse('one entry a member', _id, 'is another one')
    entered.add(member).add(own)
    if (!lottery || at < lottery.opensAt - CLOCK_SKEW || at >= lottery.closesAt) {
      accuse('one entry a member', _id, `is of ${at}, when nobody could enter`)
    }
  }
  for (const { _id, status, liveId, productId, closesAt } of books.lotteries) {
    if (status !== 'drawn') accuse('all done', _id, `is still ${status}`)
    const draws = drawsOf(books.audit).get(`${liveId} ${productId}`) ?? []
    const early = draws.find(({ at }) => at < closesAt + SEAL_WAIT - CLOCK_SKEW)
    if (early) accuse('a fair draw', _id, `is drawn at ${early.at}`)
  }
  checkEarnings({ books, accuse })
}

function checkEarnings({ books, accuse }: Pick<Audit, 'books' | 'accuse'>): void {
  const prizes = new Set(
    books.orders.flatMap(({ _id, deal }) => {
      return byId(books.deals).get(deal?.id ?? '')?.kind === 'prize' ? [_id] : []
    }),
  )
  for (const { _id, source } of books.commission) {
    if (source && prizes.has(source.orderId)) accuse('prizes earn nothing', _id, 'is for a prize')
  }
  for (const { _id, orderId } of books.entries) {
    if (orderId !== null && prizes.has(orderId))
      accuse('prizes earn nothing', _id, 'is for a prize')
  }
}
