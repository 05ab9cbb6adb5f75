import { CloudError } from '../service'
import { DuplicateKey, LockTimeout, TransactionGone, WriteConflict } from '../store/refusals'
import { stringifyExtended } from './extended'

/** A value an operator cannot work on, or a document MongoDB would not take. */
export const failed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)

/** An operator that is not there. The misspelling is the cloud's. */
export const unknownOperator = (name: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `[InvalidParameter] unknown operator: ${name}`)

/** A parameter of the request that makes no sense. */
export const invalid = (message: string) =>
  new CloudError('INVALID_PARAM', `[InvalidParameter] ${message}`)

/** Collections are not made by writing to them. */
export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

/** Says what the store refused in the words of the cloud; anything else stays what it is. */
export function inCloudWords(error: unknown): unknown {
  if (error instanceof DuplicateKey)
    return new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation.Insert] multiple write errors: [{write errors: [{${duplicateText(error)}}]}, {<nil>}]`,
    )
  if (error instanceof WriteConflict)
    return new CloudError(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
    )
  if (error instanceof TransactionGone)
    return new CloudError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceNotFound] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
    )
  if (error instanceof LockTimeout)
    return failed('lock wait timeout: a transaction holds the document')
  return error
}

function duplicateText({ collection, index, fields }: DuplicateKey): string {
  const key = Object.entries(fields).map(([name, value]) => `${name}: ${stringifyExtended(value)}`)
  return `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${key.join(', ')} }`
}
