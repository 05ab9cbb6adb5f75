/** Reviews of lives: counted again from the orders, one by one. */
import type { Audit } from './auditor'
import type { OrderDoc } from './books'
import type { ReviewDoc, RoomDoc } from './live-books'
import { stepOf, sum } from './lines'
import { byId, grouped } from './lookups'
import { piecesTaken } from './stock'

const MINUTE = 60_000

/** After so long what phones told is forgotten, and figures stay as they were counted. */
const FORGOTTEN = 90 * 86_400_000

const ofLive = grouped<OrderDoc>(({ live }) => live?.id)

const ofDeal = grouped<OrderDoc>(({ deal }) => deal?.id)

/** At rest every review says what the orders say. */
export function checkReviewsAtRest(audit: Audit): void {
  const { books, prices, accuse } = audit
  for (const { id } of prices.lives.written) {
    const [room, review] = [byId(books.rooms).get(id), byId(books.reviews).get(id)]
    const startedAt = room?.startedAt ?? null
    if (!room || startedAt === null) continue
    const isLost = startedAt + FORGOTTEN <= books.now
    if (review?.countedAt === books.now) checkReview(audit, review, room)
    else if (!isLost) accuse('reviewed as it was', id, `was counted at ${review?.countedAt} last`)
  }
}

function checkReview(audit: Audit, { _id, figures }: ReviewDoc, room: RoomDoc): void {
  const { accuse } = audit
  const own = countOf(audit, _id, room)
  for (const [name, value] of Object.entries(own)) {
    const told = tellOf(figures, name)
    if (told !== value) accuse('reviewed as it was', _id, `${name} is ${told}, by orders ${value}`)
  }
}

const paidFenOf = ({ payment }: OrderDoc): number => payment?.paidFen ?? 0

const backOf = ({ refunds }: OrderDoc): number => sum(refunds.map(({ amountFen }) => amountFen))

const membersOf = (orders: readonly OrderDoc[]): number =>
  new Set(orders.map(({ memberId }) => memberId)).size

/** Every figure as a text that tells it whole, by its name in the review. */
function countOf(audit: Audit, liveId: string, room: RoomDoc): Record<string, string> {
  const { books } = audit
  const orders = ofLive(books.orders).get(liveId) ?? []
  const paid = orders.filter(({ payment }) => payment !== null)
  return {
    gmvFen: String(sum(paid.map(paidFenOf))),
    refundedFen: String(sum(paid.map(backOf))),
    orders: String(orders.length),
    paid: String(paid.length),
    buyers: String(membersOf(paid)),
    newMembers: String(joinedIn(audit, room)),
    products: inOrder(productsOf(orders)),
    minutes: inOrder(minutesOf(orders, room)),
    guides: inOrder(guidesOf(paid)),
    coupons: inOrder(couponsOf(audit, { liveId, room, paid })),
    lotteries: inOrder(lotteriesOf(audit, liveId)),
  }
}

const inOrder = (rows: readonly string[]): string => [...rows].sort().join('; ')

/** A review's figure as such a text; rows in which nothing happened are left out. */
function tellOf(figures: ReviewDoc['figures'], name: string): string {
  const rows: Readonly<Record<string, () => readonly string[]>> = {
    products: () =>
      figures.products.flatMap(({ dealId, productId, orders, paid, pieces, paidFen }) =>
        orders === 0 ? [] : [rowOf(`${dealId} ${productId}`, [orders, paid, pieces, paidFen])],
      ),
    minutes: () =>
      figures.minutes.flatMap(({ at, orders, paidFen }) =>
        orders === 0 ? [] : [rowOf(String(at), [orders, paidFen])],
      ),
    guides: () =>
      figures.guides.map(({ guideId, orders, buyers, paidFen }) =>
        rowOf(guideId, [orders, buyers, paidFen]),
      ),
    coupons: () =>
      figures.coupons.map(({ templateId, claimed, used, offFen }) =>
        rowOf(templateId, [claimed, used, offFen]),
      ),
    lotteries: () =>
      figures.lotteries.map(({ lotteryId, entries, prizes, claimed }) =>
        rowOf(lotteryId, [entries, prizes, claimed]),
      ),
  }
  const own = rows[name]
  return own ? inOrder(own()) : String(Reflect.get(figures, name))
}

const rowOf = (name: string, figures: readonly number[]): string => `${name}: ${figures.join(' ')}`

/** Members who joined the shop while the live ran. */
const joinedIn = ({ books }: Audit, { startedAt, endedAt }: RoomDoc): number =>
  books.members.filter(
    ({ joinedAt }) =>
      joinedAt !== null && joinedAt >= (startedAt ?? 0) && joinedAt < (endedAt ?? Infinity),
  ).length

/** Rows by what they have in common. */
function rowsBy(
  orders: readonly OrderDoc[],
  keyOf: (order: OrderDoc) => string | null,
  figuresOf: (own: readonly OrderDoc[]) => readonly number[],
): string[] {
  const rows = new Map<string, OrderDoc[]>()
  for (const order of orders) {
    const key = keyOf(order)
    if (key !== null) rows.set(key, [...(rows.get(key) ?? []), order])
  }
  return [...rows].map(([key, own]) => rowOf(key, figuresOf(own)))
}

/** Line by line, as a basket from the shelf may be of several products. */
function productsOf(orders: readonly OrderDoc[]): string[] {
  const rows = new Map<string, { orders: Set<string>; paid: Set<string>; sums: [number, number] }>()
  for (const { _id, deal, payment, receipt } of orders) {
    for (const { product, quantity, payableFen } of receipt.lines) {
      const key = `${deal?.id ?? null} ${product.id}`
      const row = rows.get(key) ?? { orders: new Set(), paid: new Set(), sums: [0, 0] }
      rows.set(key, row)
      row.orders.add(_id)
      if (payment === null) continue
      row.paid.add(_id)
      row.sums = [row.sums[0] + quantity, row.sums[1] + payableFen]
    }
  }
  return [...rows].map(([key, row]) => rowOf(key, [row.orders.size, row.paid.size, ...row.sums]))
}

/** The minute of the live in which an order falls; what came at the very end is the last one's. */
function minutesOf(orders: readonly OrderDoc[], { startedAt, endedAt }: RoomDoc): string[] {
  const first = Math.floor((startedAt ?? 0) / MINUTE)
  const last = Math.max(first, Math.ceil((endedAt ?? 0) / MINUTE) - 1)
  return rowsBy(
    orders,
    ({ placedAt }) => {
      const minute = Math.min(last, Math.max(first, Math.floor(placedAt / MINUTE)))
      return String(minute * MINUTE)
    },
    (own) => [own.length, sum(own.map(paidFenOf))],
  )
}

const guidesOf = (paid: readonly OrderDoc[]): string[] =>
  rowsBy(
    paid,
    ({ attribution }) => attribution.guideId,
    (own) => [own.length, membersOf(own), sum(own.map(paidFenOf))],
  )

interface Reviewed {
  readonly liveId: string
  readonly room: RoomDoc
  readonly paid: readonly OrderDoc[]
}

/** What was claimed of each drop while the live ran, and what it took off orders of the live. */
function couponsOf({ books }: Audit, { liveId, room, paid }: Reviewed): string[] {
  const drops = books.audit.filter(
    ({ action, subject }) => action === 'live.drop' && subject === liveId,
  )
  const dropped = new Set(drops.map(({ after }) => String(after['templateId'])))
  return [...dropped].map((id) => {
    const claimed = books.coupons.filter(({ templateId, claimedAt }) => {
      const isThen = claimedAt >= (room.startedAt ?? 0) && claimedAt < (room.endedAt ?? Infinity)
      return templateId === id && isThen
    })
    const ids = new Set(claimed.map(({ _id }) => _id))
    const used = paid.filter(({ couponId }) => couponId !== null && ids.has(couponId))
    const off = used.flatMap(({ receipt }) => receipt.lines).map((line) => -stepOf(line, 'coupon'))
    return rowOf(id, [claimed.length, used.length, sum(off)])
  })
}

/** Entries by the list, and prizes that winners keep. */
const lotteriesOf = ({ books }: Audit, liveId: string): string[] =>
  books.lotteries
    .filter((lottery) => lottery.liveId === liveId)
    .map(({ _id, dealId, entries, prizes }) => {
      const ordered = ofDeal(books.orders).get(dealId) ?? []
      return rowOf(_id, [entries ?? 0, prizes, sum(ordered.map(piecesTaken))])
    })
