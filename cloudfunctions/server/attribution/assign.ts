import { creditTo } from '@domain/attribution/attribute'
import { uncredited, type Attribution } from '@domain/attribution/attribution'
import { toldAttribution, type ToldAttribution } from '@domain/attribution/told'
import type { Shop } from '@domain/catalog/product'
import { termsOnceCredited } from '@domain/commission/terms'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { GuideId, OrderId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { withFollowing } from '@domain/orders/following'
import type { Order } from '@domain/orders/order'
import { record, type Deed } from '../audit/record'
import { guides } from '../kit/collections'
import { wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { changeOrder } from '../orders/change'
import { startTodo } from '../orders/todo'

/** A change of whom an order is credited to. */
interface Assigning {
  readonly requestId: string
  readonly orderId: OrderId
  readonly guideId: GuideId | null
  readonly reason: string
}

type Refusal = Failure<'request_reused' | 'order_unknown' | 'guide_unknown'>

/**
 * Credits an order to somebody else, or to nobody; the rule's own word stays readable beside it,
 * and commission follows. Beside who asks four SDK calls, and those that commission takes.
 */
export async function assignOrder(
  assigning: Assigning,
  caller: Caller,
): Promise<{ readonly attribution: ToldAttribution } | Refusal> {
  const { requestId, orderId, guideId } = assigning
  const deed: Deed = { caller, requestId, action: 'attribution.assign', input: assigning }
  const credit = guideId === null ? null : await readCredit(guideId, orderId)
  // Nothing more is credited to who left.
  if (credit === undefined || credit?.isActive === false) return fail('guide_unknown')
  const wish = wishOf(deed.action, deed.input)
  const changed = await changeOrder<'request_reused'>(orderId, (order) => {
    const before = order.requests[requestId]
    if (before !== undefined) return before === wish ? order : fail('request_reused')
    const requests = { ...order.requests, [requestId]: wish }
    const attribution = reassigned(order.attribution, credit, assigning, caller)
    const commission = credit ? termsFor(order, credit) : order.commission
    return withFollowing({ ...order, requests, attribution, commission }, 'assignment', caller.now)
  })
  if (hasFailed(changed)) return changed
  await note(deed, changed.attribution, assigning)
  const { attribution } = await startTodo(changed, { now: caller.now })
  return { attribution: toldAttribution(attribution) }
}

/** The guide with what an order without terms gets some by: the shop's, and who bought. */
type CreditReading = Guide & {
  readonly shops: readonly Shop[]
  readonly buyers: readonly Member[]
}

async function readCredit(guideId: GuideId, orderKey: OrderId): Promise<CreditReading | undefined> {
  const { list } = (await guides
    .aggregate()
    .match({ _id: guideId })
    .addFields({ orderKey, shopKey: 'shop' })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .lookup({ from: 'orders', localField: 'orderKey', foreignField: '_id', as: 'orders' })
    .lookup({ from: 'members', localField: 'orders.memberId', foreignField: '_id', as: 'buyers' })
    .project({ orders: 0 })
    .end()) as unknown as { list: readonly CreditReading[] }
  return list[0]
}

const termsFor = (order: Order, { shops: [shop], buyers: [buyer] }: CreditReading) =>
  termsOnceCredited(order, shop?.commission ?? null, buyer?.guideId ?? null)

/** The attribution with the change as its last word. */
function reassigned(
  attribution: Attribution,
  guide: Guide | null,
  { reason }: Assigning,
  { memberId: by, now: at }: Caller,
): Attribution {
  const { rule, won, lost, changes, guideId: from } = attribution
  const change = { at, by, from, to: guide?._id ?? null, reason }
  const credit = guide ? creditTo(guide) : {}
  return { ...uncredited(rule), ...credit, won, lost, changes: [...changes, change] }
}

function note(deed: Deed, { changes }: Attribution, { orderId, reason }: Assigning) {
  const last = changes.at(-1)
  const [before, after] = [{ guideId: last?.from ?? null }, { guideId: last?.to ?? null }]
  return record(deed, { subject: orderId, reason, before, after })
}
