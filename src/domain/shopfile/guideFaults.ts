import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { rolesOf } from './planGuides'
import { faultAt } from './promotionFaults'

type Commission = NonNullable<ShopFile['commission']>
type Shares = Commission['shares']

/** What is wrong with guides, and with what they earn. */
export function guideFaults(file: ShopFile): FileFault[] {
  return [...placeFaults(file), ...commissionFaults(file)]
}

/** Names that point nowhere. */
function unknown(kind: string, id: string, known: readonly { readonly id: string }[]) {
  return known.some((one) => one.id === id) ? undefined : `there is no ${kind} "${id}"`
}

function placeFaults({ guides, stores }: ShopFile): FileFault[] {
  return guides.flatMap(({ id, storeId, invitedBy }, index) => {
    const place = `guides[${index}]`
    const inviter = invitedBy === undefined ? undefined : unknown('guide', invitedBy, guides)
    const isOwn = invitedBy === id
    return [
      ...faultAt(`${place}.storeId`, unknown('store', storeId, stores)),
      ...faultAt(`${place}.invitedBy`, isOwn ? 'nobody brings in themselves' : inviter),
    ]
  })
}

function commissionFaults(file: ShopFile): FileFault[] {
  const { commission, products: goods, groupBuys } = file
  if (!commission) return []
  const { shares, products = {}, deals = {} } = commission
  const closer = (name: 'products' | 'deals', rules: Readonly<Record<string, Shares>>) =>
    Object.entries(rules).flatMap(([id, own]) => {
      const place = `commission.${name}.${id}`
      const [kind, known] = name === 'products' ? ['product', goods] : ['deal', groupBuys]
      return [...faultAt(place, unknown(kind, id, known)), ...shareFaults(own, place, commission)]
    })
  return [
    ...shareFaults(shares, 'commission.shares', commission),
    ...closer('products', products),
    ...closer('deals', deals),
  ]
}

function shareFaults(shares: Shares, place: string, commission: Commission): FileFault[] {
  const total = rolesOf(shares, commission).reduce((sum, { bps }) => sum + bps, 0)
  const { maxTotalBps } = commission
  const tooMuch = `all roles together get ${total}, which is more than maxTotalBps ${maxTotalBps}`
  return [
    ...shares.flatMap(({ role, only }, index) => [
      ...faultAt(
        `${place}[${index}].role`,
        shares.findIndex((share) => share.role === role) < index
          ? `"${role}" stands twice`
          : undefined,
      ),
      ...faultAt(
        `${place}[${index}].only`,
        only && role !== 'host' ? 'only a host earns by the orders of a live alone' : undefined,
      ),
    ]),
    ...faultAt(place, total > maxTotalBps ? tooMuch : undefined),
  ]
}
