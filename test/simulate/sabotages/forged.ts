/** Books with one thing in them that must not be: for rules that no slip of the code breaks. */
import type { Auditor } from '../auditor/auditor'
import type { Books, OrderDoc } from '../auditor/books'

/** Books that may be written into. */
type Open<Item> = Item extends object ? { -readonly [Key in keyof Item]: Open<Item[Key]> } : Item

/** A rule, and what breaks it in the books of a street that came to rest. */
export interface Forgery {
  readonly rule: string
  readonly forge: (books: Open<Books>, auditor: Auditor) => void
}

/** The first that is like that; a street without one is too short. */
function first<Item>(list: readonly Item[], isLike: (item: Item) => boolean = () => true): Item {
  const found = list.find(isLike)
  if (found === undefined) throw new Error('The street has nothing like that.')
  return found
}

type Order = Open<OrderDoc>

const isPaid = ({ status, payment, receipt }: Order): boolean =>
  payment !== null && receipt.payableFen > 0 && ['done', 'received', 'paid'].includes(status)

const kindOf = ({ deals }: Open<Books>, order: Order): string =>
  deals.find(({ _id }) => _id === order.deal?.id)?.kind ?? ''

const refundOf = (books: Open<Books>) => first(books.refunds, ({ state }) => state === 'SUCCESS')

/** One for each rule of the auditor that no sabotage shows. */
export const forgeries: readonly Forgery[] = [
  {
    rule: 'never broken',
    forge: (books, auditor) => auditor.hear('orders.place', 'broken', books.now),
  },
  {
    rule: 'append-only',
    forge: ({ orders }) => first(orders, ({ status }) => status === 'done').story.splice(1, 1),
  },
  {
    rule: 'reachable',
    forge: ({ orders }) => (first(orders, ({ status }) => status === 'expired').status = 'paid'),
  },
  {
    rule: 'in order of time',
    forge: ({ orders }) => (first(first(orders, isPaid).story.slice(1)).at = 0),
  },
  { rule: 'no alarm', forge: ({ alarms }) => alarms.push({ _id: 'alarm', memberId: 'ann' }) },
  { rule: 'no hold left', forge: ({ pools }) => (first(pools).holds = { order: { n: 1 } }) },
  { rule: 'as coupons say', forge: ({ couponPools }) => (first(couponPools).sold += 1) },
  { rule: 'touches of links', forge: ({ touches }) => (first(touches).linkId = 'nobody-made-it') },
  {
    rule: 'changes are noted',
    forge: ({ orders }) => {
      const { placedAt: at, attribution } = first(
        orders,
        (order) => order.attribution.guideId !== null,
      )
      const { guideId: to } = attribution
      attribution.changes.push({ at, by: 'nobody', from: to, to })
    },
  },
  { rule: 'customers are counted', forge: ({ customers }) => (first(customers).orders += 1) },
  {
    rule: 'no entry without reason',
    forge: ({ commission }) => (first(commission).payee = 'guide.nobody'),
  },
  {
    rule: 'one deal a SKU',
    forge: ({ deals }) => {
      const deal = first(deals, ({ kind }) => kind === 'ladder')
      deals.push({ ...deal, _id: 'beside-it' })
    },
  },
  {
    rule: 'one price',
    forge: ({ orders }) => {
      const settled = first(orders, ({ deal }) => Boolean(deal?.settled)).deal?.settled
      if (settled) settled.finalPriceFen = 1
    },
  },
  {
    rule: 'stated',
    forge: ({ statements }) => {
      const { rows } = first(statements, (page) => (page.rows?.length ?? 0) > 0)
      rows?.pop()
    },
  },
  {
    rule: 'a live goes forward',
    forge: ({ rooms }) => (first(rooms, ({ status }) => status === 'ended').status = 'live'),
  },
  {
    rule: 'reminded once',
    forge: ({ messages }) => {
      const message = { kind: 'liveStart', memberId: 'ann', subject: 'live-0', dueAt: null }
      messages.push({ ...message, _id: 'one' }, { ...message, _id: 'other' })
    },
  },
  {
    rule: 'counted to the live',
    forge: (books) => (first(books.orders, (order) => kindOf(books, order) === 'live').live = null),
  },
  {
    rule: 'prizes earn nothing',
    forge: (books) => {
      const { orderId } = first(books.commission.flatMap(({ source }) => source ?? []))
      const order = first(books.orders, ({ _id, deal }) => _id === orderId && deal !== null)
      first(books.deals, ({ _id }) => _id === order.deal?.id).kind = 'prize'
    },
  },
  {
    rule: 'stock as recorded',
    forge: ({ deals, pools }) => {
      const sold = new Set(deals.filter(({ kind }) => kind === 'live').map(({ _id }) => _id))
      first(pools, ({ dealId }) => sold.has(dealId ?? '')).loaded += 1
    },
  },
  {
    rule: 'every deed is recorded',
    forge: (_books, auditor) => {
      const deed = { requestId: 'unheard', action: 'live.price', by: 'keeper', subject: 'live-0' }
      auditor.witness({ ...deed, outcome: 'granted' })
    },
  },
  {
    rule: 'no oversell',
    forge: ({ orders }) => {
      const { holds } = first(orders, (order) => isPaid(order) && order.deal !== null)
      first(holds, (hold) => hold.in === 'pools').quantity += 1_000_000
    },
  },
  {
    rule: 'one way',
    forge: ({ teams }) => (first(teams, ({ status }) => status === 'formed').status = 'failed'),
  },
  {
    rule: 'one payout at a time',
    forge: ({ payouts, transfers, commission }) => {
      const payout = first(payouts)
      const sent = first(transfers, ({ _id }) => payout.transfers.some(({ no }) => no === _id))
      sent.state = 'WAIT_USER_CONFIRM'
      const beside = payout.transfers.map((transfer) => ({ ...transfer, no: 'no-beside' }))
      payouts.push({ ...payout, _id: 'beside', transfers: beside })
      transfers.push({ ...sent, _id: 'no-beside' })
      const taken = first(commission, ({ payoutId }) => payoutId === payout._id)
      commission.push({ ...taken, _id: 'beside', payoutId: 'beside' })
    },
  },
  {
    rule: 'paid for something',
    forge: ({ payments }) => payments.push({ ...first(payments), _id: 'nobodys' }),
  },
  { rule: 'charged as told', forge: ({ payments }) => (first(payments).totalFee += 1) },
  { rule: 'no fen made', forge: (books) => (refundOf(books).refundFee += 1_000_000) },
  {
    rule: 'few refunds',
    forge: (books) => {
      const refund = refundOf(books)
      for (let n = 0; n < 50; n += 1) books.refunds.push({ ...refund, _id: `${refund._id}-${n}` })
    },
  },
  {
    rule: 'refunds apart',
    forge: (books) => books.refunds.push({ ...refundOf(books), _id: 'at-once' }),
  },
  {
    rule: 'no fen lost',
    forge: ({ orders, payments }) => {
      const { _id } = first(orders, isPaid)
      first(payments, (payment) => payment._id === _id).state = 'NOTPAY'
    },
  },
]
