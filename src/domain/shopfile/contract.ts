import * as z from 'zod'
import { action } from '../contract'

/** What an import did, in counts. */
export interface ImportReport {
  readonly products: number
  readonly skus: number
  readonly deals: number
  readonly stores: number
  /** Sections that were read and kept, for parts of the shop that will use them. */
  readonly kept: readonly string[]
}

/** A fault in a shop file, with the place where it is: `products[3].skus[0].priceFen`. */
export interface FileFault {
  readonly place: string
  readonly fault: string
}

export const shopfileContract = {
  /** Reads a whole shop file: nothing is written where anything is wrong with it. */
  'shopfile.import': action({
    input: z.strictObject({ file: z.record(z.string(), z.unknown()) }),
    output: z.custom<ImportReport>(),
    fails: ['role_missing', 'file_invalid', 'busy'],
  }),
}
