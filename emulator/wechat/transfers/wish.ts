/** What a merchant asks WeChat Pay to transfer, read and checked as the page of 发起转账 says. */
import { APP_ID } from '../../functions/invocation'
import { limits } from '../../limits'

/** A transfer as it was asked for; sums are fen. */
export interface TransferWish {
  readonly outBillNo: string
  readonly openid: string
  readonly amount: number
  readonly remark: string
  readonly sceneId: string
  /** What WeChat is told of the reason, by the words that the scene wants. */
  readonly reports: Readonly<Record<string, string>>
}

/** WeChat Pay says no, in the words of API v3: an HTTP status, a code and a sentence. */
export class TransferRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    words: string,
  ) {
    super(words)
  }
}

/** 转账场景报备信息: what each scene wants to be told. Only scene 1005, 佣金报酬, is imitated. */
const REPORTS: Readonly<Record<string, readonly string[]>> = { '1005': ['岗位类型', '报酬说明'] }

const invalid = (words: string) => new TransferRefusal(400, 'PARAM_ERROR', words)

/** Reads the body of a request. Throws a TransferRefusal. */
export function readTransferWish(body: string): TransferWish {
  const fields = parse(body)
  if (fields['appid'] !== APP_ID) throw invalid('appid和mch_id不匹配')
  const outBillNo = textOf(fields, 'out_bill_no', 32)
  if (!/^[0-9A-Za-z]+$/.test(outBillNo)) throw invalid('out_bill_no只能由数字、大小写字母组成')
  const sceneId = textOf(fields, 'transfer_scene_id', 36)
  return {
    outBillNo,
    openid: textOf(fields, 'openid', 64),
    amount: amountOf(fields['transfer_amount']),
    remark: textOf(fields, 'transfer_remark', 32),
    sceneId,
    reports: reportsOf(fields['transfer_scene_report_infos'], sceneId),
  }
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Said below, like every other way of not being an object.
  }
  throw invalid('请求体不是JSON')
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string, most: number): string {
  const value = fields[name]
  if (typeof value === 'string' && value !== '' && value.length <= most) return value
  throw invalid(`${name}字段不符合规则`)
}

function amountOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalid('transfer_amount有误')
  if (value < limits.transferLeastFen || value > limits.transferMostFen) {
    throw new TransferRefusal(400, 'INVALID_REQUEST', '转账金额超出单笔限额')
  }
  return value
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function reportsOf(value: unknown, sceneId: string): Readonly<Record<string, string>> {
  const wanted = REPORTS[sceneId]
  if (!wanted) throw new TransferRefusal(403, 'NO_AUTH', `场景 ${sceneId} 没有开通`)
  const told = (Array.isArray(value) ? (value as unknown[]) : []).map((info) => {
    const { info_type, info_content } = (info ?? {}) as Readonly<Record<string, unknown>>
    return [wordOf(info_type), wordOf(info_content)] as const
  })
  const types = told.map(([type]) => type)
  const isComplete = wanted.length === types.length && wanted.every((type) => types.includes(type))
  if (!isComplete || told.some(([, content]) => content === '' || content.length > 32)) {
    throw invalid('需传入转账场景报备信息，请检查')
  }
  return Object.fromEntries(told)
}
