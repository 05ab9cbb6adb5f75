import { limits as cloudLimits, type Limits } from '../limits'
import { CloudError, type SdkReply, type Service } from '../service'
import { isInternal, type Store } from '../store/store'
import { OpenTransactions } from './open-transactions'
import { Parameters } from './parameters'
import { createPipelines, type Pipelines } from './pipeline'
import { aggregateDocuments, calculateDocument, getDocument } from './reads'
import { failed, inCloudWords, invalid } from './refusals'
import { insertDocument, modifyDocument, removeDocument } from './writes'

/** What the database service stands on. */
export interface DatabaseOptions {
  readonly store: Store
  /** The cloud's clock, for `db.serverDate()`. */
  readonly now: () => number
  readonly limits?: Pick<Limits, 'collections'>
  /** Hears of mistakes the cloud would let pass in silence; `token` tells the invocation. */
  readonly warn?: (token: string, sentence: string) => void
  /** Tells of every invocation that is over. */
  readonly whenOver?: (hear: (token: string) => void) => void
}

/** What the actions share. */
export interface DatabaseParts {
  readonly store: Store
  readonly pipelines: Pipelines
  readonly transactions: OpenTransactions
  readonly limits: Pick<Limits, 'collections'>
}

type Act = (parts: DatabaseParts, parameters: Parameters) => SdkReply | Promise<SdkReply>

const acts: Readonly<Record<string, Act>> = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
}

/** The document database of the local cloud: every `database.*` action of the SDK. */
export function createDatabase({
  store,
  now,
  limits = cloudLimits,
  warn = () => undefined,
  whenOver = () => undefined,
}: DatabaseOptions): Service {
  const parts: DatabaseParts = {
    store,
    limits,
    pipelines: createPipelines((name) => (isInternal(name) ? undefined : store.collection(name))),
    transactions: new OpenTransactions(store, warn),
  }
  whenOver((token) => parts.transactions.drop(token))
  const actions = Object.entries(acts).map(
    ([action, act]): [string, Service['actions'][string]] => [
      action,
      async (request) => {
        try {
          return await act(parts, new Parameters(request, now()))
        } catch (error) {
          throw inCloudWords(error)
        }
      },
    ],
  )
  return { actions: Object.fromEntries(actions) }
}

function addCollection({ store, limits }: DatabaseParts, { collectionName }: Parameters): SdkReply {
  if (isInternal(collectionName) || collectionName.includes('$'))
    throw invalid(`${collectionName} is not a name for a collection`)
  if (store.has(collectionName))
    throw failed(`Table exist: collection ${collectionName} already exists`)
  if (store.collections().length >= limits.collections)
    throw new CloudError(
      'DATABASE_COLLECTION_EXCEED_LIMIT',
      `[LimitExceeded] an environment has at most ${limits.collections} collections`,
    )
  store.create(collectionName)
  return { json: {} }
}

function startTransaction(
  { store, transactions }: DatabaseParts,
  { request }: Parameters,
): SdkReply {
  const { id } = store.begin()
  transactions.opened(request.token, id)
  return { json: { transactionId: id } }
}

async function commitTransaction(
  { store }: DatabaseParts,
  parameters: Parameters,
): Promise<SdkReply> {
  await store.transaction(parameters.transactionId ?? '').commit()
  return { json: {} }
}

function abortTransaction({ store }: DatabaseParts, parameters: Parameters): SdkReply {
  store.transaction(parameters.transactionId ?? '').abort()
  return { json: {} }
}
