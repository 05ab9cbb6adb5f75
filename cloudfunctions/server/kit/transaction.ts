import { database } from './cloud'
import type { Collection, Stored } from './database'
import { Weather } from './weather'

/** What a transaction can do: single documents, by their ids. Each step is one SDK call. */
export interface Transaction {
  /** The document as it was when the transaction began. */
  readonly get: <Doc extends Stored>(from: Collection<Doc>, id: string) => Promise<Doc | undefined>
  /** Inserts; a taken id loses the transaction. */
  readonly add: <Doc extends Stored>(to: Collection<Doc>, doc: Doc) => Promise<void>
  /** Writes the whole document, whether it was there or not. */
  readonly put: <Doc extends Stored>(to: Collection<Doc>, doc: Doc) => Promise<void>
}

/** As much of the SDK's transaction as is used here; the SDK leaves it untyped. */
interface SdkTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      set(content: { data: object }): Promise<unknown>
    }
    add(content: { data: object }): Promise<unknown>
  }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

/** What the cloud said, whether the SDK wrapped it or, as at the commit, handed it on bare. */
const saidIn = (error: unknown): string =>
  ['message', 'code'].map((field) => String(Reflect.get(Object(error), field))).join(' ')

/**
 * Another transaction or write was at one of the documents, or made one of them, before us; or the
 * cloud had ended ours: a step that the network repeats makes its document twice and fails there.
 */
const wasLost = (error: unknown): boolean =>
  /conflict|E11000|transaction does not exist/i.test(saidIn(error))

/**
 * Does several writes or none of them. Answers `lost` when somebody else was faster, or where the
 * work itself says so, and then nothing is written: the caller reads anew and tries again after a
 * pause (`untilThrough`).
 *
 * The SDK's own `runTransaction` repeats only what fails at the commit, at once and without a
 * pause, whereas the cloud reports a conflict at the document where it appears.
 */
export async function inTransaction<Answer>(
  work: (transaction: Transaction) => Promise<Answer | 'lost'>,
): Promise<Answer | 'lost'> {
  const open = await begin()
  try {
    const answer = await work(stepsOf(open))
    if (answer === 'lost') await undo(open)
    else await open.commit()
    return answer
  } catch (error) {
    await undo(open)
    if (wasLost(error)) return 'lost'
    throw asError(error)
  }
}

async function begin(): Promise<SdkTransaction> {
  try {
    return (await database.startTransaction()) as SdkTransaction
  } catch (error) {
    throw asError(error)
  }
}

/** Where a transaction begins and ends, the SDK hands on what the cloud said, which is no Error. */
const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Weather(saidIn(error))

const stepsOf = (open: SdkTransaction): Transaction => ({
  get: async <Doc extends Stored>(from: Collection<Doc>, id: string) => {
    const { data } = await open.collection(from.name).doc(id).get()
    return (data ?? undefined) as Doc | undefined
  },
  add: async (to, doc) => {
    await open.collection(to.name).add({ data: doc })
  },
  put: async (to, { _id, ...data }) => {
    await open.collection(to.name).doc(_id).set({ data })
  },
})

/** The cloud drops a transaction that failed by itself; then there is nothing left to undo. */
async function undo(open: SdkTransaction): Promise<void> {
  try {
    await open.rollback()
  } catch {
    // Its locks end with it after 30 s at the latest.
  }
}
