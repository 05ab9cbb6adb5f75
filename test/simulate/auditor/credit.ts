/** Credit: every order is whose the rule says, by the links that its buyer really opened. */
import type { Audit } from './auditor'
import type { OrderDoc } from './books'
import type { AuditDoc, CreditNote, LinkDoc, TouchDoc } from './guide-books'
import { byId, grouped } from './lookups'
import { CLOCK_SKEW } from './spending'
import { placeOf, worked } from './working'

/** So many touches, the latest ones, are looked at for one order. */
const MOST_TOUCHES = 50

const entriesOf = grouped<AuditDoc>(({ subject }) => subject)

const touchesOf = grouped<TouchDoc>(({ memberId }) => memberId)

const customersOf = grouped<OrderDoc>(({ memberId, attribution }) =>
  attribution.guideId === null ? undefined : `${attribution.guideId} ${memberId}`,
)

/** What was looked at already: links, touches and the word on an order never change. */
const seen = new WeakSet()

const isFresh = (document: object): boolean => {
  if (seen.has(document)) return false
  seen.add(document)
  return true
}

/** What must hold at every moment. */
export function checkCredit(audit: Audit): void {
  const { links, touches, orders } = audit.books
  for (const link of links) if (isFresh(link)) checkLink(audit, link)
  for (const touch of touches) if (isFresh(touch)) checkTouch(audit, touch)
  for (const order of orders) if (isFresh(order.attribution)) checkOrder(audit, order)
}

/** A touch is one of a link that there is, and leads where the link does. */
function checkTouch({ books, accuse }: Audit, { _id, linkId, ...touch }: TouchDoc): void {
  const link = byId(books.links).get(linkId)
  if (!link) {
    accuse('touches of links', _id, `is of ${linkId}, which nobody made`)
    return
  }
  const isSame =
    link.guideId === touch.guideId && link.sharerId === touch.sharerId && link.hops === touch.hops
  if (!isSame) accuse('touches of links', _id, `leads to ${touch.guideId}, not ${link.guideId}`)
}

/** A guide's own link begins a chain; anybody else's goes on with the one that they came by. */
function checkLink(audit: Audit, link: LinkDoc): void {
  const { books, accuse } = audit
  const { _id, sharerId, guideId, parentId, hops, madeAt } = link
  const place = placeOf(books, sharerId)
  const since = place?.joinedAt ?? Infinity
  const isWorking = place ? worked(books, place._id, madeAt) : false
  if (Math.abs(since - madeAt) <= CLOCK_SKEW || isWorking === undefined) return
  if (since < madeAt && isWorking) {
    const isRoot = guideId === place?._id && parentId === null && hops === 0
    if (!isRoot) accuse('chains keep their root', _id, `of ${place?._id} leads to ${guideId}`)
    return
  }
  const opened = touchesOf(books.touches).get(sharerId) ?? []
  if (opened.some(({ at }) => Math.abs(at - madeAt) <= CLOCK_SKEW)) return
  const earlier = opened.filter(({ at }) => at < madeAt)
  const due = whose(audit, { memberId: sharerId, at: madeAt, touches: earlier })
  if (due && !due.includes(guideId)) {
    accuse('chains keep their root', _id, `leads to ${guideId}, not ${named(due)}`)
  }
  const parent = parentId === null ? undefined : byId(books.links).get(parentId)
  const isNext = guideId === null ? hops === 0 : parent?.guideId === guideId
  if (!isNext || hops !== (parent ? parent.hops + 1 : 0)) {
    accuse('chains keep their root', _id, `goes on from ${parentId}, ${hops} hops away`)
  }
}

function checkOrder(audit: Audit, order: OrderDoc): void {
  const { prices, accuse } = audit
  const { _id, memberId, placedAt, attribution } = order
  const { guideId, storeId, secondId, changes } = attribution
  const first = changes[0] ? changes[0].from : guideId
  const touches = toldBy(audit, order)
  const due = whose(audit, { memberId, at: placedAt, touches })
  if (due && !due.includes(first)) {
    accuse('credited by the rule', _id, `is of ${first}, not of ${named(due)}`)
  }
  const last = changes.at(-1)
  if (last && last.to !== guideId) accuse('credited by the rule', _id, `was given to ${last.to}`)
  const place = guideId === null ? undefined : prices.guiding.places.get(guideId)
  if (storeId !== (place?.storeId ?? null) || secondId !== (place?.invitedBy ?? null)) {
    accuse('credited by the rule', _id, `of ${guideId} names ${storeId} and ${secondId}`)
  }
}

const named = (due: readonly (string | null)[]): string =>
  due.map((guideId) => guideId ?? 'nobody').join(' or ')

const toldIn = ({ won, lost }: CreditNote): string[] => [
  ...(won?.kind === 'touch' ? [won.touch._id] : []),
  ...lost.map(({ touch }) => touch._id),
]

/** The touches that an order tells of: those that were there, and no others. */
function toldBy({ books, accuse }: Audit, order: OrderDoc): TouchDoc[] {
  const { _id, memberId, placedAt, attribution } = order
  const own = touchesOf(books.touches).get(memberId) ?? []
  const told = new Set(toldIn(attribution))
  const found = own.filter((touch) => told.has(touch._id))
  if (found.length !== told.size) accuse('credited by the rule', _id, 'tells of foreign touches')
  const sure = own.filter(({ at }) => at < placedAt - CLOCK_SKEW)
  const latest = [...sure].sort((one, other) => other.at - one.at).slice(0, MOST_TOUCHES / 2)
  const missing = latest.find((touch) => !told.has(touch._id))
  if (missing) accuse('credited by the rule', _id, `does not tell of ${missing._id}`)
  return found
}

/** Who buys or shares, when, and what they had opened by then. */
interface Case {
  readonly memberId: string
  readonly at: number
  readonly touches: readonly TouchDoc[]
}

type Answer = readonly (string | null)[] | undefined

/**
 * Whose somebody is by the rule: more than one guide where touches fall on one instant, and nothing
 * where clocks that differ leave it open.
 */
function whose(audit: Audit, { memberId, at, touches }: Case): Answer {
  const { books, prices } = audit
  const { window, written } = prices.guiding
  const own = placeOf(books, memberId)?._id
  if (written.rule === 'protected-binding') {
    const foreign = touches.filter(({ guideId }) => guideId !== null && guideId !== own)
    const bound = boundTo(audit, foreign, at)
    if (bound !== null) return bound === undefined ? undefined : [bound]
  }
  const counting = touches.filter((touch) => {
    const isSelf = touch.guideId === own && !written.selfPurchase
    const isThere = worked(books, touch.guideId, at) !== false
    return isThere && !isSelf && at < touch.at + window
  })
  if (counting.some(({ guideId }) => worked(books, guideId, at) === undefined)) return undefined
  const times = counting.map((touch) => touch.at)
  const isLast = written.rule === 'last-guide-touch'
  const deciding = isLast ? Math.max(...times) : Math.min(...times)
  const winners = counting.filter((touch) => touch.at === deciding)
  return winners.length > 0 ? winners.map(({ guideId }) => guideId) : [null]
}

/**
 * Who opened a guide's link belongs to the guide as long as a touch counts, whoever comes later.
 */
function boundTo(
  { books, prices }: Audit,
  touches: readonly TouchDoc[],
  at: number,
): string | null | undefined {
  let bound: { guideId: string | null; until: number } | undefined
  const inTurn = [...touches].sort((one, other) => one.at - other.at)
  for (const [place, touch] of inTurn.entries()) {
    if (bound && touch.at < bound.until - CLOCK_SKEW) continue
    const isThere = worked(books, touch.guideId, touch.at)
    if (isThere === false) continue
    const next = inTurn[place + 1]
    const isClose = next !== undefined && next.at - touch.at <= CLOCK_SKEW
    const isOpen = isThere === undefined || (bound && touch.at < bound.until + CLOCK_SKEW)
    if (isOpen || (isClose && next.guideId !== touch.guideId)) return undefined
    bound = { guideId: touch.guideId, until: touch.at + prices.guiding.window }
  }
  if (!bound || at >= bound.until + CLOCK_SKEW) return null
  const stands = worked(books, bound.guideId, at)
  if (stands === undefined || at > bound.until - CLOCK_SKEW) return undefined
  return stands ? bound.guideId : null
}

const keptAs = new Set(['waiting', 'paid', 'shipped', 'received', 'done'])

/** At rest every change by the shop is noted, and guides know what their customers bought. */
export function checkCreditAtRest({ books, accuse }: Audit): void {
  const noted = entriesOf(books.audit)
  for (const { _id, attribution } of books.orders) {
    for (const { at, by, to } of attribution.changes) {
      const isNoted = noted
        .get(_id)
        ?.some((entry) => entry.by === by && entry.after['guideId'] === to)
      if (isNoted !== true) accuse('changes are noted', _id, `was given to ${to} at ${at}`)
    }
  }
  for (const { _id, guideId, memberId, orders } of books.customers) {
    const own = customersOf(books.orders).get(`${guideId} ${memberId}`) ?? []
    const kept = own.filter(({ status, payment }) => payment !== null && keptAs.has(status)).length
    if (kept !== orders) accuse('customers are counted', _id, `bought ${kept} times, not ${orders}`)
  }
}
