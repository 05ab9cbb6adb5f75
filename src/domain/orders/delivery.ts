import type { StoreId } from '../ids'
import { DAY, type Duration, type Instant } from '../time'

/** To whom the goods go. */
export interface Recipient {
  readonly name: string
  /** Mainland mobile or landline number, digits and dashes. */
  readonly phone: string
}

/** 自提: picked up at a store with a verification code (核销码). */
export interface PickUp extends Recipient {
  readonly kind: 'pick-up'
  readonly storeId: StoreId
  readonly storeName: string
  /** Twelve digits, shown to the counter when the goods are there; each opens one order once. */
  readonly code: string
}

/** Where a courier goes, as WeChat's address book has it. */
export interface Address extends Recipient {
  readonly province: string
  readonly city: string
  readonly county: string
  readonly detail: string
}

/** A parcel on its way. */
export interface Parcel {
  readonly company: CourierCompany
  readonly number: string
  readonly shippedAt: Instant
}

/** 快递: sent to an address. */
export interface Courier extends Address {
  readonly kind: 'courier'
  readonly parcel: Parcel | null
}

/** How the goods get to the shopper. */
export type Delivery = PickUp | Courier

/** The ways of delivery. */
export type DeliveryKind = Delivery['kind']

/** Courier companies by the codes of WeChat's 发货信息录入 (get_delivery_list). */
export const courierCompanies = [
  'SF',
  'YTO',
  'ZTO',
  'STO',
  'YUNDA',
  'JD',
  'JTSD',
  'EMS',
  'DBL',
] as const

/** The code of a courier company. */
export type CourierCompany = (typeof courierCompanies)[number]

/** A parcel counts as received so long after it was shipped, unless the shopper says so before. */
export const AUTO_RECEIVE = (10 * DAY) as Duration

/** How long after receipt money can be asked back. */
export const AFTER_SALE_WINDOW = (7 * DAY) as Duration

/** Digits of a verification code. */
export const CODE_DIGITS = 12
