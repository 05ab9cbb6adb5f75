import { randomInt } from 'node:crypto'
import type { Shop } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import type { DeliveryWish } from '@domain/orders/contract'
import { CODE_DIGITS, type Delivery } from '@domain/orders/delivery'

/** A verification code that nobody can guess: every digit from the system's own dice. */
const newCode = (): string => Array.from({ length: CODE_DIGITS }, () => randomInt(10)).join('')

/** Where the goods go: a store of the shop with a fresh verification code, or an address. */
export function deliveryOf(
  wish: DeliveryWish,
  { stores }: Pick<Shop, 'stores'>,
): Delivery | Failure<'store_unknown'> {
  if (wish.kind === 'courier') return { ...wish, parcel: null }
  const store = stores.find(({ id }) => id === wish.storeId)
  if (!store) return fail('store_unknown')
  return { ...wish, storeName: store.name, code: newCode() }
}
