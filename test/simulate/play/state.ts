/** The state in which a history ends, without what chance alone decides. */
import type { Books } from '../auditor/books'

/** Numbers that WeChat makes up, and names that the database does. */
const byChance = new Set([
  ...['transactionId', 'refundId', 'prepayId', 'nonceStr', 'notices', 'endsAt'],
  // A verification code, and what was asked with it.
  ...['code', 'requests', 'wish'],
  // A link's token, what is derived from it, and what WeChat packs up for a phone.
  ...['linkId', 'parentId', 'key', 'lastTouchId', 'packageInfo', 'transferBillNo'],
  // A coupon's place in a pool, before it is a coupon.
  ...['piece'],
  // A lottery's seed, and what comes of it.
  ...['seed', 'commitment', 'winners'],
])
/** What only one of the two ways to read the books tells. */
const byView = new Set([
  'outTradeNo',
  'outRefundNo',
  'refundedFee',
  'ends',
  'outBillNo',
  'confirmBefore',
])

/** Every document by its name; what is equal here ended alike. */
export function stateOf({ now, ...books }: Books): Record<string, unknown> {
  const state: Record<string, unknown> = { now }
  for (const [name, documents] of Object.entries(books)) {
    for (const document of documents) {
      state[`${name} ${nameOf(document, name)}`] = normal(document, name)
    }
  }
  return state
}

/** What a document goes by in every run: a link by what it is, where a token would be chance. */
function nameOf(document: { readonly _id: string }, book: string): string {
  if (book !== 'links') return withoutMark(document._id)
  return JSON.stringify(normal({ ...document, _id: '' }, book))
}

/** Behind some ids stands a mark of what was made by chance. */
const withoutMark = (text: string): string => text.replace(/^([0-9a-f]{28})-[0-9a-f]{8}$/, '$1')

function normal(value: unknown, of: string): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item, of))
  if (typeof value === 'string') return withoutMark(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !byChance.has(name) || (name === 'endsAt' && of !== 'refunds'))
      .filter(([name]) => name !== '_id' || of !== 'links')
      .filter(([name]) => !byView.has(name) && !(name === 'refunds' && of === 'payments'))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, field]) => [name, normal(field, of)]),
  )
}

/** What differs between two states, one line each. */
export function differences(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.flatMap((name) => {
    const [left, right] = [JSON.stringify(one[name]), JSON.stringify(other[name])]
    return left === right ? [] : [`${name}:\n  ${left}\n  ${right}`]
  })
}
