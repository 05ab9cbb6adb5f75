import { grantedFen, lineKeptFen } from '../aftersale/afterSale'
import { NEVER } from '../holds/hold'
import { add, NOTHING, shareDown, split, subtract, type Bps, type Fen } from '../money'
import { isKept, receivedAt, type Order } from '../orders/order'
import { after, DAY, type Instant } from '../time'
import type { CommissionRole, PayeeKey, RoleShare } from './rule'
import { payeeOf, type CommissionPosting, type OrderCommission } from './terms'

/** What somebody should have of a line of an order at this moment. */
export interface CommissionDue {
  readonly line: number
  readonly role: CommissionRole
  readonly payee: PayeeKey
  readonly bps: Bps
  /** Goods money that the shop keeps for the line. */
  readonly keptFen: Fen
  readonly amountFen: Fen
}

/** What commission is reckoned from. */
type Shared = Pick<
  Order,
  'status' | 'receipt' | 'deal' | 'afterSales' | 'attribution' | 'live' | 'commission'
>

/**
 * What everybody should have of an order as it stands: of the goods money that is finally paid, so
 * less after a ladder settled or pieces were granted back, and nothing once all of it goes back.
 */
export function commissionDue(order: Shared): readonly CommissionDue[] {
  const { commission } = order
  if (!commission || !isKept(order.status)) return []
  return commission.lines.flatMap((shares, line) => lineDue(order, line, { shares, commission }))
}

function lineDue(
  order: Shared,
  line: number,
  terms: { readonly shares: readonly RoleShare[]; readonly commission: OrderCommission },
): readonly CommissionDue[] {
  const sharing = terms.shares.flatMap(({ role, bps }) => {
    const payee = payeeOf(order, role)
    return payee ? [{ line, role, payee, bps }] : []
  })
  const keptFen = subtract(lineKeptFen(order, line), grantedFen(order, line))
  const weights = sharing.map(({ bps }) => bps)
  const amounts = split(totalOf(keptFen, weights, terms.commission.maxTotalBps), weights)
  return sharing.map((part, index) => ({ ...part, keptFen, amountFen: amounts[index] ?? NOTHING }))
}

/** What all roles together get of a line: rounded down, and never more than the cap. */
function totalOf(keptFen: Fen, rates: readonly Bps[], maxTotalBps: Bps): Fen {
  const whole = rates.reduce((sum, bps) => sum + bps, 0)
  return shareDown(keptFen, Math.min(whole, maxTotalBps) as Bps)
}

type Part = Pick<CommissionDue, 'line' | 'role' | 'payee'>

const isOf =
  ({ line, role }: Pick<Part, 'line' | 'role'>) =>
  (posting: CommissionPosting): boolean =>
    posting.line === line && posting.role === role

const isTheirs = (part: Part) => (posting: CommissionPosting) =>
  isOf(part)(posting) && posting.payee === part.payee

/**
 * What is to be posted so that an order's postings come to what is due. What is taken from one
 * guide comes before what another one gets in their place.
 */
export function duePostings(order: Shared, now: Instant): readonly CommissionPosting[] {
  const posted = order.commission?.posted ?? []
  const dues = commissionDue(order)
  const fresh: CommissionPosting[] = []
  for (const due of [...goneBy(dues, posted), ...dues]) {
    const before = [...posted, ...fresh].filter(isOf(due))
    const had = add(...before.filter(isTheirs(due)).map((one) => one.amountFen))
    const amountFen = subtract(due.amountFen, had)
    if (amountFen !== 0) fresh.push({ ...due, n: before.length + 1, amountFen, at: now })
  }
  return fresh
}

/** What somebody has of an order and should have no more, as a due of nothing. */
function goneBy(
  dues: readonly CommissionDue[],
  posted: readonly CommissionPosting[],
): readonly CommissionDue[] {
  const had = posted.filter((posting) => posting.n === firstOf(posted, posting))
  const gone = had.filter((posting) => !dues.some((due) => isTheirs(due)(posting)))
  return gone.map(({ line, role, payee, bps }) => {
    return { line, role, payee, bps, keptFen: NOTHING, amountFen: NOTHING }
  })
}

/** The number of the first posting of the same line, role and payee. */
const firstOf = (posted: readonly CommissionPosting[], posting: CommissionPosting) =>
  posted.find(isTheirs(posting))?.n

/** From when on an order's commission can be paid out; NEVER while it is not received. */
export function payableFrom(order: Pick<Order, 'story' | 'commission'>): Instant {
  const from = receivedAt(order)
  if (from === undefined || !order.commission) return NEVER
  return after(from, order.commission.freezeDays * DAY)
}

/**
 * Decides on what is due and notes it in the order itself, in the same write that moves the order:
 * so nobody can ever post by what an order was.
 */
export function withPostings(order: Order, now: Instant): Order {
  const { commission } = order
  const fresh = duePostings(order, now)
  if (!commission || fresh.length === 0) return order
  return { ...order, commission: { ...commission, posted: [...commission.posted, ...fresh] } }
}
