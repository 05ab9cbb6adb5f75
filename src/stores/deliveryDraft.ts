import type { InputOf } from '@domain/api'
import type { Store } from '@domain/catalog/product'
import type { StoreId } from '@domain/ids'
import type { Address, DeliveryKind } from '@domain/orders/delivery'
import { keep, kept } from '@/platform/storage'

/** How the goods get to the shopper, as far as it is filled in. */
export interface DeliveryDraft {
  readonly kind: DeliveryKind
  readonly storeId: string
  /** Who picks up. */
  readonly name: string
  readonly phone: string
  /** Where a courier goes. */
  readonly address: Address | null
}

/** What is still missing before an order can be placed. */
export type Missing = 'store' | 'name' | 'phone' | 'address'

/** What is still missing of an address that is typed in. */
export type MissingOfAddress = 'name' | 'phone' | 'region' | 'detail'

const KEPT_AS = 'jutuan.delivery'
const DETAIL_AT_LEAST = 2

/** Nothing filled in. */
export const emptyDelivery: DeliveryDraft = {
  kind: 'pick-up',
  storeId: '',
  name: '',
  phone: '',
  address: null,
}

/** An address with nothing in it. */
export const emptyAddress: Address = {
  name: '',
  phone: '',
  province: '',
  city: '',
  county: '',
  detail: '',
}

/** What is missing first, in the order in which the page asks for it. */
export function missingOf(draft: DeliveryDraft, stores: readonly Store[]): Missing | undefined {
  const { kind, storeId, name, phone, address } = draft
  if (kind === 'courier') {
    return address && missingOfAddress(address) === undefined ? undefined : 'address'
  }
  if (!stores.some((store) => store.id === storeId)) return 'store'
  if (name.trim() === '') return 'name'
  return isPhone(phone) ? undefined : 'phone'
}

/** What is missing first of an address. */
export function missingOfAddress(address: Address): MissingOfAddress | undefined {
  if (address.name.trim() === '') return 'name'
  if (!isPhone(address.phone)) return 'phone'
  if (address.province === '' || address.city === '') return 'region'
  return address.detail.trim().length < DETAIL_AT_LEAST ? 'detail' : undefined
}

/** The wish as the cloud takes it, of a draft with nothing missing. */
export function deliveryWish(draft: DeliveryDraft): InputOf<'orders.place'>['delivery'] {
  const { kind, storeId, name, phone, address } = draft
  if (kind === 'pick-up') {
    return { kind, storeId: storeId as StoreId, name: name.trim(), phone }
  }
  const to = address ?? emptyAddress
  return { ...to, kind, name: to.name.trim(), detail: to.detail.trim() }
}

/** Keeps what was filled in for the next time, on this phone. */
export function keepDelivery(draft: DeliveryDraft): void {
  keep(KEPT_AS, draft)
}

/** What was filled in last time on this phone; anything else than that is nothing. */
export function keptDelivery(): DeliveryDraft {
  const draft = fieldsOf(kept(KEPT_AS))
  const { name, phone, storeId } = textsOf(draft, { name: '', phone: '', storeId: '' })
  const address = typeof draft.address === 'object' && draft.address !== null
  return {
    kind: draft.kind === 'courier' ? 'courier' : 'pick-up',
    ...{ storeId, name, phone },
    address: address ? textsOf(fieldsOf(draft.address), emptyAddress) : null,
  }
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** The texts under the names of `like`; what is no text is as there. */
function textsOf<Like extends Readonly<Record<keyof Like, string>>>(fields: Fields, like: Like) {
  const texts = Object.entries<string>(like).map(([key, otherwise]) => {
    const value = fields[key]
    return [key, typeof value === 'string' ? value : otherwise] as const
  })
  return Object.fromEntries(texts) as unknown as Like
}

/** Mainland mobile or landline numbers, as the cloud takes them. */
function isPhone(text: string): boolean {
  return /^[0-9][0-9-]{5,19}$/.test(text)
}
