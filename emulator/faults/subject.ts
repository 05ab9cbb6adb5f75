/** What an SDK call is about, in one text: the same call has the same one in every run. */
import { parseExtended } from '../database/extended'
import { decodePay } from '../sdk/openapi'
import type { SdkRequest } from '../service'

/**
 * Names a request by its action, what it is done to, and the condition or number that picks it
 * out. What is written is left out: it may carry numbers of WeChat's own, made by chance.
 */
export function subjectOf({ action, apiName, body, requestData }: SdkRequest): string {
  if (action === 'wx.wxPayApi' && requestData) return paySubject(apiName, decodePay(requestData))
  const on = [apiName, body['collectionName'], body['function_name'], body['path']]
  return databaseSubject(action, on.find((name) => typeof name === 'string') ?? '', {
    query: read(body['query']) ?? firstMatch(body['stages']),
    ids: idsIn(body['data']),
  })
}

/** The subject of a `cloudPay` call. */
export function paySubject(apiName = '', fields: Readonly<Record<string, unknown>>): string {
  return `pay ${apiName} ${String(fields['out_trade_no'])} ${String(fields['out_refund_no'])}`
}

/** The subject of a call to the database; `ids` are those of documents that are inserted. */
export function databaseSubject(
  action: string,
  on: string,
  { query, ids }: { readonly query?: unknown; readonly ids?: readonly unknown[] },
): string {
  const picked = query === undefined ? '' : JSON.stringify(query)
  return withoutChance(`${action} ${on} ${picked} ${ids?.join() ?? ''}`)
}

/**
 * What is made by chance picks out a document, and would be another one in another run: a code, a
 * token of 20 letters and digits, a key of 32 that was made from one, the mark behind an id.
 */
const withoutChance = (text: string): string =>
  text
    .replace(/"\d{12,}"/g, '"code"')
    .replace(/\b([2-9a-km-z]{20}|[0-9a-f]{32})\b/g, 'code')
    .replace(/([0-9a-f]{28})-[0-9a-f]{8}/g, '$1')

const read = (text: unknown): unknown =>
  typeof text === 'string' && text !== '' ? parseExtended(text, 0) : undefined

/** What an aggregation looks for; its other stages say what is made of it. */
function firstMatch(stages: unknown): unknown {
  const [first] = Array.isArray(stages) ? (stages as unknown[]) : []
  const { stageKey, stageValue } = (first ?? {}) as { stageKey?: unknown; stageValue?: unknown }
  return stageKey === '$match' ? read(stageValue) : undefined
}

function idsIn(texts: unknown): unknown[] | undefined {
  if (!Array.isArray(texts)) return undefined
  return texts.map((text) => {
    const document = read(text)
    return typeof document === 'object' && document !== null && '_id' in document
      ? document._id
      : undefined
  })
}
