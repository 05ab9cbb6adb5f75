import type { FileId } from '@domain/ids'
import cloudSdk from 'wx-server-sdk'

/** The only file that knows wx-server-sdk. What the SDK leaves untyped is typed here. */
cloudSdk.init({ env: cloudSdk.DYNAMIC_CURRENT_ENV as unknown as string })

/** The cloud's database. A missing document is null, not an error. */
export const database = cloudSdk.database({ throwOnNotFound: false } as object)

/** The database's command words: `_.inc`, `_.gte`, … */
export const _ = database.command

/** Lowers a figure to `value` if it is higher. The SDK has the word and does not type it. */
export const least = (value: number): unknown =>
  (_ as unknown as { min: (value: number) => unknown }).min(value)

/** The stages of a `lookup` of its own; the SDK has them and types only how they begin. */
export interface Stages {
  readonly match: (where: Readonly<Record<string, unknown>>) => Stages
  readonly sort: (order: Readonly<Record<string, 1 | -1>>) => Stages
  readonly limit: (count: number) => Stages
  readonly project: (fields: Readonly<Record<string, unknown>>) => Stages
  readonly done: () => unknown
}

/** Begins the stages of a `lookup` of its own. */
export const stages = (): Stages =>
  (_.aggregate as unknown as { pipeline: () => Stages }).pipeline()

/** Who called, as the cloud itself says it; nothing of this comes from the caller. */
export interface CallerContext {
  readonly openid: string | undefined
  /** The chain of callers, e.g. `wx_client`, `wx_client,scf`, `wx_trigger`, `wx_paycallback`. */
  readonly source: string
  readonly env: string
  /** Where the caller's request came from; WeChat Pay wants to know. */
  readonly clientIp: string
}

/** Reads who called from the cloud. */
export function callerContext(): CallerContext {
  const { OPENID, SOURCE, ENV, CLIENTIP } = cloudSdk.getWXContext() as {
    OPENID?: string | number
    SOURCE?: string
    ENV?: string
    CLIENTIP?: string
  }
  // The SDK turns an id of digits into a number.
  return {
    openid: OPENID === undefined ? undefined : String(OPENID),
    source: SOURCE ?? '',
    env: ENV ?? '',
    clientIp: CLIENTIP ?? '127.0.0.1',
  }
}

type PayCall = (order: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>

/** WeChat Pay through the cloud (云支付). Answers carry `returnCode`, `resultCode`, `errCode`. */
export const cloudPay = (
  cloudSdk as unknown as {
    cloudPay: Record<
      'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund' | 'queryRefund',
      PayCall
    >
  }
).cloudPay

type OpenApiCall = (input: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>

/**
 * WeChat's server interfaces that need no token here (云调用). What a function calls stands under
 * `permissions` of its config.json.
 */
export const openapi = (
  cloudSdk as unknown as {
    openapi: {
      subscribeMessage: Record<'send', OpenApiCall>
      phonenumber: Record<'getPhoneNumber', OpenApiCall>
      wxacode: Record<'getUnlimited', OpenApiCall>
      wxa: { sec: { order: Record<'uploadShippingInfo', OpenApiCall> } }
    }
  }
).openapi

/** Keeps a file in the cloud's storage, in the place of one that was there before. */
export async function storeFile(path: string, content: Buffer): Promise<FileId> {
  const { fileID } = await cloudSdk.uploadFile({ cloudPath: path, fileContent: content })
  return fileID as FileId
}
