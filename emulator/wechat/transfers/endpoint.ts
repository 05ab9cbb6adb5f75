/**
 * The part of https://api.mch.weixin.qq.com that is imitated: 发起转账 and 商户单号查询转账单,
 * signed both ways as API v3 wants it.
 */
import type { Faults } from '../../faults/faults'
import { APP_ID } from '../../functions/invocation'
import type { Bill, Bills } from './bills'
import { MCH_ID, type Merchant } from './merchant'
import { readTransferWish, TransferRefusal } from './wish'

/** Everything of API v3 begins with it. */
export const API_PREFIX = '/v3/'

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'

/** A request to WeChat Pay, as it came over HTTP. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly authorization: string
}

/** Its answer. */
export interface ApiAnswer {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

interface Parts {
  readonly merchant: Merchant
  readonly bills: Bills
  readonly faults: Faults
  readonly now: () => number
}

/** Answers one request; refusals too are signed, as a merchant believes nothing else. */
export function createTransferApi({ merchant, bills, faults, now }: Parts) {
  return async (request: ApiRequest): Promise<ApiAnswer> => {
    const { status, json } = await answered(request)
    const text = JSON.stringify(json)
    return { status, text, headers: merchant.answerHeaders(text) }
  }

  async function answered(request: ApiRequest): Promise<{ status: number; json: object }> {
    const trouble = merchant.trouble(request)
    if (trouble !== undefined) return refused(new TransferRefusal(401, 'SIGN_ERROR', trouble))
    const { method, path } = request
    const call = {
      kind: 'wechat',
      subject: () => `transfer ${method} ${subjectOf(request)}`,
    } as const
    try {
      return await faults.around({ ...call, by: now() }, () => act(request))
    } catch (error) {
      if (error instanceof TransferRefusal) return refused(error)
      const words = error instanceof Error ? error.message : path
      return refused(new TransferRefusal(500, 'SYSTEM_ERROR', words))
    }
  }

  async function act({
    method,
    path,
    body,
  }: ApiRequest): Promise<{ status: number; json: object }> {
    if (method === 'POST' && path === BILLS) {
      const bill = await bills.create(readTransferWish(body))
      return { status: 200, json: created(bill) }
    }
    const [, number] = /^\/out-bill-no\/([0-9A-Za-z]{1,32})$/.exec(path.slice(BILLS.length)) ?? []
    if (method !== 'GET' || !path.startsWith(BILLS) || number === undefined) {
      throw new TransferRefusal(404, 'PATH_NOT_IMITATED', `${method} ${path} is not imitated`)
    }
    const bill = bills.find(number)
    if (!bill) throw new TransferRefusal(404, 'NOT_FOUND', '记录不存在')
    return { status: 200, json: queried(bill) }
  }
}

/** The number that a request is about: the same one in every run. */
const subjectOf = ({ path, body }: ApiRequest): string =>
  /"out_bill_no":"(\w+)"/.exec(body)?.[1] ?? path

const refused = ({ status, code, message }: TransferRefusal) => ({
  status,
  json: { code, message },
})

function created(bill: Bill): object {
  const { state, failReason } = bill
  return {
    out_bill_no: bill._id,
    transfer_bill_no: bill.transferBillNo,
    create_time: isoTime(bill.createdAt),
    state,
    ...(state === 'WAIT_USER_CONFIRM' && { package_info: bill.packageInfo }),
    ...(failReason !== undefined && { fail_reason: failReason }),
  }
}

/** A query tells no package_info: only who asked for the transfer has it. */
function queried(bill: Bill): object {
  const { wish, failReason } = bill
  return {
    mch_id: MCH_ID,
    out_bill_no: bill._id,
    transfer_bill_no: bill.transferBillNo,
    appid: APP_ID,
    state: bill.state,
    transfer_amount: wish.amount,
    transfer_remark: wish.remark,
    openid: wish.openid,
    create_time: isoTime(bill.createdAt),
    update_time: isoTime(bill.updatedAt),
    ...(failReason !== undefined && { fail_reason: failReason }),
  }
}

/** RFC 3339 in Beijing's time, as API v3 writes it. */
function isoTime(at: number): string {
  const beijing = new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)
  return `${beijing}+08:00`
}
