/** `database.startTransaction()` straight on the local cloud's store. */
import { databaseSubject } from '../../../emulator/faults/subject'
import type { CloudError } from '../../../emulator/service'
import type { Document, Id } from '../../../emulator/store/document'
import type { Store } from '../../../emulator/store/store'
import type { Transaction } from '../../../emulator/store/transaction'
import type { Perform } from './database'
import { stored } from './words'

/** Transactions that an instance has open; they end with it. */
export type OpenTransactions = Set<Pick<Transaction, 'abort'>>

interface Parts {
  readonly store: Store
  readonly perform: Perform
  readonly open: OpenTransactions
}

/** What the SDK gives for a transaction: single documents by their ids, then an end. */
export async function startTransaction({ store, perform, open }: Parts) {
  const transaction = await bare(() =>
    perform({ subject: () => databaseSubject('database.startTransaction', '', {}) }, () => {
      const begun = store.begin()
      open.add(begun)
      return begun
    }),
  )
  const end = (action: string, work: () => unknown, isWrite: boolean) =>
    bare(() => perform({ subject: () => databaseSubject(action, '', {}), isWrite }, work))
  const ended = () => open.delete(transaction)
  return {
    collection: (name: string) => documentsOf(name, transaction, perform),
    commit: async () => {
      await end('database.commitTransaction', () => transaction.commit().finally(ended), true)
    },
    rollback: async () => {
      const abort = () => {
        transaction.abort()
        ended()
      }
      await end('database.abortTransaction', abort, false)
    },
  }
}

function documentsOf(name: string, transaction: Transaction, perform: Perform) {
  return {
    doc: (id: Id) => {
      const subject = (action: string) => () =>
        databaseSubject(action, name, { query: { _id: id } })
      return {
        get: async () => {
          const read = () => transaction.get(name, id)
          return {
            data: (await perform({ subject: subject('database.getDocument') }, read)) ?? null,
          }
        },
        set: async ({ data }: { data: Record<string, unknown> }) => {
          const put = stored({ _id: id, ...data })
          const call = { subject: subject('database.modifyDocument'), isWrite: true }
          await perform(call, () => transaction.put(name, put))
        },
      }
    },
    add: async ({ data }: { data: Document }) => {
      const subject = () => databaseSubject('database.insertDocument', name, { ids: [data._id] })
      await perform({ subject, isWrite: true }, () => transaction.put(name, stored(data), true))
    },
  }
}

/** Where a transaction begins or ends, the SDK hands on what the cloud said as it is: no Error. */
async function bare<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('cloud' in error)) throw error
    const { code, message } = error.cloud as CloudError
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the SDK does it
    throw { code, message }
  }
}
