import { trade } from '../server/functions/trade'

/** What a shopper buys with. */
export const main = trade
