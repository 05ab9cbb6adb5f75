import type { ImportReport } from '@domain/shopfile/contract'
import { record } from '../audit/record'
import type { FileTimes } from '../kit/collections'
import { digestOf } from '../kit/ids'
import type { Caller } from '../kit/serve'

/** Which import one is, and of what. */
export type Import = Pick<FileTimes, 'no' | 'digest'>

/** The import of some input: the next one, or the last one again where nothing is different. */
export function importOf(input: object, last: FileTimes | undefined): Import {
  const digest = digestOf([JSON.stringify(input)])
  const isAgain = last?.digest === digest
  return { no: (last?.no ?? 0) + (isAgain ? 0 : 1), digest }
}

/** Notes an import, once however often the same file is brought in after itself. */
export function noteImport(
  { no, digest }: Import,
  { products, deals, flashSales, coupons, guides, live }: ImportReport,
  caller: Caller,
): Promise<void> {
  const deed = { caller, requestId: `import ${no} ${digest}`, action: 'shopfile.import' }
  const after = { no, products, deals, flashSales, coupons, guides, live }
  return record(
    { ...deed, input: { no, digest } },
    { subject: 'file', reason: '', before: {}, after },
  )
}
