import { isId, type OrderId } from '@domain/ids'
import { instant } from '@domain/time'
import { callerContext } from '../kit/cloud'
import { log, reasonOf } from '../kit/log'
import { confirmPayment } from './confirm'

/** WeChat repeats a notice until it reads errcode 0. */
interface Receipt {
  readonly errcode: number
  readonly errmsg: string
}

const RECEIVED: Receipt = { errcode: 0, errmsg: 'OK' }
const AGAIN: Receipt = { errcode: 1, errmsg: 'try again' }

/** Only WeChat Pay's own callback may report; everybody else is turned away unheard. */
const SOURCE = 'wx_paycallback'

/**
 * A notice is believed in nothing but the order's number: what was paid is asked from the gateway.
 * A notice of an unknown order is acknowledged, or WeChat would repeat it for two days.
 */
export async function receiveNotice(event: unknown): Promise<Receipt> {
  const { source } = callerContext()
  if (source !== SOURCE) {
    log('notice_forged', { source })
    return { errcode: 403, errmsg: 'not from WeChat Pay' }
  }
  const { outTradeNo } = (event ?? {}) as { outTradeNo?: unknown }
  if (typeof outTradeNo !== 'string' || !isId(outTradeNo)) return RECEIVED
  try {
    await confirmPayment(outTradeNo as OrderId, instant(Date.now()))
    return RECEIVED
  } catch (error) {
    log('notice_waits', { outTradeNo, reason: reasonOf(error) })
    return AGAIN
  }
}
