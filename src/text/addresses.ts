import type { Address } from '@domain/orders/delivery'

/** An address on one line. In 北京 and 上海 province and city are one, and said once. */
export const addressText = ({ province, city, county, detail }: Address): string =>
  [...new Set([province, city, county])].filter((part) => part !== '').join(' ') + ` ${detail}`

/** Name, telephone and address, as one pastes them into a courier's form. */
export const labelText = (address: Address): string =>
  `${address.name} ${address.phone} ${addressText(address)}`
