import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { goodsFaults } from './goodsFaults'
import { mallCouponsOf, mallProductsOf } from './planPoints'

/** What is wrong with the points mall: goods and coupons that are not there, ids twice. */
export function pointsFaults(file: ShopFile): FileFault[] {
  const products = mallProductsOf(file)
  const deals = [...file.groupBuys.map(({ id }) => id), ...products.map(({ item }) => item.id)]
  return [
    ...products.flatMap(({ item, place }, index) => {
      const before = deals.slice(0, file.groupBuys.length + index)
      return [...faultsIf(before.includes(item.id), `${place}.id`, `"${item.id}" stands twice`)]
    }),
    ...products.flatMap(({ item, place }) => goodsFaults(item, place, file)),
    ...couponFaults(file),
  ]
}

function couponFaults(file: ShopFile): FileFault[] {
  const items = mallCouponsOf(file)
  return items.flatMap(({ item, place }, index) => {
    const { id, couponId } = item
    const before = items.slice(0, index).map((other) => other.item)
    const coupon = file.coupons.find((one) => (one.id as string) === couponId)
    const isOther = coupon !== undefined && coupon.channel !== 'points'
    const isTwice = before.some((other) => other.couponId === couponId)
    const at = `${place}.couponId`
    return [
      ...faultsIf(
        before.some((other) => other.id === id),
        `${place}.id`,
        `"${id}" stands twice`,
      ),
      ...faultsIf(!coupon, at, `there is no coupon "${couponId}"`),
      ...faultsIf(isOther, at, `"${couponId}" does not come by points`),
      ...faultsIf(isTwice, at, `"${couponId}" is in the mall already`),
    ]
  })
}

const faultsIf = (is: boolean, place: string, fault: string): FileFault[] =>
  is ? [{ place, fault }] : []
