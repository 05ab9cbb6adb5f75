import type { MemberId } from '@domain/ids'
import type { Transfer, TransferNews } from '@domain/payouts/payout'
import type { Instant } from '@domain/time'
import { log } from '../kit/log'
import { Weather } from '../kit/weather'
import { authorization, isWechats, type Merchant, type SignedRequest } from './merchant'

/**
 * 商家转账 (API v3): the one file that sends money out. A transfer's number is the same whenever it
 * is sent again, and for WeChat Pay the same number is one and the same transfer.
 */
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'

/** 佣金报酬: the scene for what somebody earns by selling, which has to be described like this. */
const scene = {
  transfer_scene_id: '1005',
  user_recv_perception: '劳务报酬',
  transfer_scene_report_infos: [
    { info_type: '岗位类型', info_content: '导购' },
    { info_type: '报酬说明', info_content: '推广商品的佣金' },
  ],
  transfer_remark: '导购佣金',
}

/** WeChat Pay is waited for so long; then it is asked again later. */
const PATIENCE_MS = 8000

/** What WeChat Pay says of a transfer, in its own words. */
interface Bill {
  readonly state?: string
  readonly package_info?: string
  readonly fail_reason?: string
  /** Of a refusal. */
  readonly code?: string
  readonly message?: string
}

/** A transfer with who gets it. */
export interface Sending {
  readonly transfer: Transfer
  readonly to: MemberId
  readonly now: Instant
}

/**
 * Sends a transfer, for the first time or again. What HTTP says is about this request only, so
 * before a refusal counts WeChat Pay is asked whether it knows the transfer from an earlier one.
 */
export async function sendTransfer(
  merchant: Merchant,
  { transfer, to, now }: Sending,
): Promise<TransferNews | undefined> {
  const { no, amountFen } = transfer
  const wish = {
    appid: merchant.appId,
    out_bill_no: no,
    openid: to,
    transfer_amount: amountFen,
    ...scene,
  }
  const request = { method: 'POST', path: BILLS, body: JSON.stringify(wish) } as const
  const { status, bill } = await exchange(merchant, request, now)
  if (status === 200) return newsOf(bill)
  const { code = `${status}`, message = '' } = bill
  log('transfer_refused', { no, code, message })
  const known = await queryTransfer(merchant, no, now)
  return known === 'unknown' ? { event: 'fail', reason: code } : known
}

/** Asks what became of a transfer: nothing while WeChat is at it, unknown if it never came. */
export async function queryTransfer(
  merchant: Merchant,
  no: string,
  now: Instant,
): Promise<TransferNews | 'unknown' | undefined> {
  const path = `${BILLS}/out-bill-no/${no}`
  const { status, bill } = await exchange(merchant, { method: 'GET', path, body: '' }, now)
  if (status === 200) return newsOf(bill)
  if (status === 404 && bill.code === 'NOT_FOUND') return 'unknown'
  throw new Weather(`WeChat Pay: ${status} ${bill.code ?? ''}`)
}

/** OVERDUE_CLOSE: nobody confirmed it within a day. */
const LAPSED = 'OVERDUE_CLOSE'

function newsOf({ state, package_info, fail_reason }: Bill): TransferNews | undefined {
  if (state === 'SUCCESS') return { event: 'confirm' }
  if (state === 'WAIT_USER_CONFIRM') return { event: 'send', packageInfo: package_info ?? null }
  if (state === 'CANCELLED') return { event: 'fail', reason: state }
  // ACCEPTED, PROCESSING, TRANSFERING, CANCELING: it is not decided yet.
  if (state !== 'FAIL') return undefined
  return fail_reason === LAPSED
    ? { event: 'lapse', reason: fail_reason }
    : { event: 'fail', reason: fail_reason ?? state }
}

/** One signed request and its signed answer; whatever says nothing about it is weather. */
async function exchange(
  merchant: Merchant,
  request: SignedRequest,
  now: Instant,
): Promise<{ readonly status: number; readonly bill: Bill }> {
  const { status, headers, text } = await answerTo(merchant, request, now)
  if (status >= 500 || status === 429) throw new Weather(`WeChat Pay: ${status}`)
  if (!isWechats(merchant, { headers, body: text, now })) {
    throw new Weather(`WeChat Pay: ${status} without its signature`)
  }
  return { status, bill: JSON.parse(text) as Bill }
}

async function answerTo(merchant: Merchant, request: SignedRequest, now: Instant) {
  const { method, path, body } = request
  try {
    const answer = await fetch(`${merchant.url}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: authorization(merchant, request, now),
      },
      ...(method === 'POST' && { body }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  } catch (error) {
    throw new Weather(`WeChat Pay: ${String(error)}`)
  }
}
