import { randomInt } from 'node:crypto'
import type { Shop } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import type { DeliveryWish } from '@domain/orders/contract'
import { CODE_DIGITS, type Delivery } from '@domain/orders/delivery'

/** Six digits from the system's own dice. */
const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** A verification code that nobody can guess: of a million million. */
const newCode = (): string => `${sixDigits()}${sixDigits()}`.slice(0, CODE_DIGITS)

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
