import { shop } from '../server/functions/shop'

/** What a shopper sees. */
export const main = shop
