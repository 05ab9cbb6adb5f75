/** An id of one kind can't be handed over as an id of another. */
export type Id<Kind extends string> = string & { readonly idOf: Kind }

/** The ids of the shop. */
export type MemberId = Id<'member'>
export type ProductId = Id<'product'>
export type SkuId = Id<'sku'>
export type CategoryId = Id<'category'>
export type StoreId = Id<'store'>
export type DealId = Id<'deal'>
export type OrderId = Id<'order'>
export type TeamId = Id<'team'>
export type SaleId = Id<'sale'>
export type TemplateId = Id<'template'>
export type CouponId = Id<'coupon'>
export type GuideId = Id<'guide'>
export type LinkId = Id<'link'>
export type LiveId = Id<'live'>
export type LotteryId = Id<'lottery'>
export type PayoutId = Id<'payout'>

/** A picture in the cloud's storage: `cloud://<environment>.<bucket>/<path>`. */
export type FileId = Id<'file'>

/**
 * Tells whether a text may be an id: letters, digits, `-` and `_`, at most 64, a letter or digit
 * first. Ids are parts of document paths (`holds.<id>`) and keys of objects, so no dot, no dollar
 * sign and no `__proto__` must ever get in.
 */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text)
}
