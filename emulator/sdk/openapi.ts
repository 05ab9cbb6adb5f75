import { CloudError, type SdkReply } from '../service'
import { decodeMessage, encodeMessage } from './messages'

/** A call of `cloud.openapi.…`, or one of the SDK's private ones such as `getOpenData`. */
export type OpenApiCall =
  | { readonly kind: 'openapi'; readonly input: Record<string, unknown> }
  | { readonly kind: 'private'; readonly name: string; readonly request: Buffer }

/** A file handed to an openapi call. */
export interface OpenApiFile {
  readonly contentType: string
  readonly fileName: string
  readonly bytes: Buffer
}

/** `CommApiData.apiType` of openapi calls and of private ones. */
const openApiType = 0
const privateApiType = 2

interface Pair {
  readonly key: string
  readonly value: Buffer
  readonly contenttype: string
  readonly filename: string
}

/** Unpacks the argument of `wx.openApi`. Keys are snake_case, as the SDK sends them. */
export function decodeOpenApi(requestData: Buffer): OpenApiCall {
  const { apiType, openapiData, svrkitData } = decodeMessage('CommApiData', requestData)
  if (apiType === privateApiType) {
    const { apiName, reqData } = svrkitData as { apiName: string; reqData: Buffer }
    return { kind: 'private', name: apiName, request: reqData }
  }
  if (apiType !== openApiType)
    throw new CloudError('INVALID_PARAM', `[InvalidParameter] Unknown apiType ${String(apiType)}.`)
  const { pairs } = (openapiData ?? { pairs: [] }) as { pairs: Pair[] }
  return {
    kind: 'openapi',
    input: Object.fromEntries(pairs.map((pair) => [pair.key, valueOf(pair)])),
  }
}

function valueOf({ value, contenttype, filename }: Pair): unknown {
  if (contenttype)
    return { contentType: contenttype, fileName: filename, bytes: value } satisfies OpenApiFile
  return JSON.parse(value.toString('utf8'))
}

/** Bytes that are not JSON, such as the picture of a code. */
export interface OpenApiBytes {
  readonly contentType: string
  readonly bytes: Uint8Array
}

/**
 * Packs the answer of an openapi call. An object goes out as JSON; user code sees an error where
 * its
 * `errcode` is not 0.
 */
export function encodeOpenApi(answer: object): SdkReply {
  const { contentType, bytes } = isBytes(answer)
    ? answer
    : {
        contentType: 'application/json; encoding=utf-8',
        bytes: Buffer.from(JSON.stringify(answer)),
      }
  return {
    octets: encodeMessage('CommOpenApiResp', { respData: bytes, contentType, httpCode: 200 }),
  }
}

/** Packs a refusal by the gateway: the call never reached the interface. */
export const encodeOpenApiRefusal = (errorCode: number): SdkReply => ({
  octets: encodeMessage('CommOpenApiResp', { errorCode, httpCode: 200 }),
})

const isBytes = (answer: object): answer is OpenApiBytes =>
  'bytes' in answer && answer.bytes instanceof Uint8Array && 'contentType' in answer

/** The cloud ids that `getOpenData` asks about. */
export const decodeOpenDataRequest = (request: Buffer): string[] =>
  decodeMessage('ApiGetOpenDataByCloudIdReq', request).cloudidList as string[]

/** Packs the answer of `getOpenData`: what stands behind each cloud id, as JSON text. */
export function encodeOpenData(list: readonly { cloudId: string; json: string }[]): SdkReply {
  const respData = encodeMessage('ApiGetOpenDataByCloudIdResp', { dataList: list })
  return {
    octets: encodeMessage('CommOpenApiResp', { respData, httpCode: 200, svrkitErrorCode: 0 }),
  }
}

/** The argument of a `cloudPay` call; its keys are snake_case. */
export function decodePay(requestData: Buffer): Record<string, unknown> {
  return JSON.parse(requestData.toString('utf8')) as Record<string, unknown>
}

/** The answer of a `cloudPay` call; user code sees its keys in camelCase. */
export const encodePay = (answer: object): SdkReply => ({
  octets: Buffer.from(JSON.stringify(answer)),
})
