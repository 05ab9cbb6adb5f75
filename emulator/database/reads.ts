import type { SdkReply } from '../service'
import { limits as cloudLimits } from '../limits'
import type { Document } from '../store/document'
import { textOf } from '../store/text'
import { stringifyExtended } from './extended'
import { countIn, findIn } from './find'
import type { DatabaseParts } from './database'
import type { Parameters } from './parameters'
import type { Stage } from './pipeline'
import { compileProjection } from './project'
import { checkId } from './check'
import { invalid } from './refusals'
import { readSort } from './sort'

/** `doc().get` and `where().get`. */
export function getDocument({ store }: DatabaseParts, parameters: Parameters): SdkReply {
  const collection = parameters.collection(store)
  const { transactionId } = parameters
  if (parameters.isQuery && transactionId)
    throw invalid('a transaction takes single documents only: where().get is not supported in it')
  const where = parameters.fields('query')
  if (transactionId) {
    const document = store.transaction(transactionId).get(collection.name, checkId(where._id))
    return listOf(document ? [document] : [], parameters)
  }
  if (!parameters.isQuery) return listOf(findIn(collection, { where, limit: 1 }), parameters)
  const found = findIn(collection, {
    where,
    sort: readSort(parameters.fields('order')),
    skip: parameters.count('offset') ?? 0,
    limit: Math.min(
      parameters.count('limit') ?? cloudLimits.defaultRecords,
      cloudLimits.maxRecords,
    ),
  })
  return listOf(found, parameters)
}

function listOf(documents: readonly Document[], parameters: Parameters): SdkReply {
  const projection = parameters.fields('projection')
  if (Object.keys(projection).length === 0)
    return { json: { data: { list: documents.map(textOf) } } }
  const project = compileProjection(projection)
  return {
    json: { data: { list: documents.map((document) => stringifyExtended(project(document))) } },
  }
}

/** `count`. */
export function calculateDocument(parts: DatabaseParts, parameters: Parameters): SdkReply {
  const collection = parameters.collection(parts.store)
  parts.transactions.ranOutside(parameters.request.token, `count on ${collection.name}`)
  return { json: { data: { total: countIn(collection, parameters.fields('query')) } } }
}

/** `aggregate().….end()`. */
export function aggregateDocuments(parts: DatabaseParts, parameters: Parameters): SdkReply {
  const collection = parameters.collection(parts.store)
  parts.transactions.ranOutside(parameters.request.token, `aggregate on ${collection.name}`)
  const { stages } = parameters.request.body
  if (!Array.isArray(stages) || stages.length === 0) throw invalid('stages is not a list')
  const rows = parts.pipelines.run(
    collection,
    stages.map((stage) => readStage(stage, parameters)),
  )
  return { json: { data: { list: rows.map(stringifyExtended) } } }
}

function readStage(stage: unknown, parameters: Parameters): Stage {
  const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
    throw invalid('a stage is unreadable')
  return { [stageKey]: parameters.value(stageValue) }
}
