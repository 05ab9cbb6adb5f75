/**
 * 商家转账: money that a merchant sends to somebody, who has to confirm it within a day. One number
 * is one transfer, however often it is asked for.
 */
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Appointments, Tick } from '../../agenda'
import { DueList } from '../../due-list'
import { limits } from '../../limits'
import { Records } from '../../records'
import type { Store } from '../../store/store'
import { ownNumber } from '../pay/fields'
import { TransferRefusal, type TransferWish } from './wish'

/** Where a transfer stands, in WeChat Pay's own words. */
export type BillState = 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL'

/** One transfer; `_id` is the merchant's `out_bill_no`. */
export type Bill = {
  readonly _id: string
  readonly transferBillNo: string
  readonly wish: TransferWish
  readonly packageInfo: string
  readonly state: BillState
  /** Why it failed: a word of WeChat Pay's table. */
  readonly failReason?: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** How a transfer may end: confirmed, not confirmed in time, or not to be paid. */
export type BillEnd = 'confirm' | 'lapse' | 'fail'

/** "超过系统重试期，系统自动关闭": nobody confirmed it in time. */
const LAPSED = 'OVERDUE_CLOSE'
/** The usual reason of the table for money that cannot be paid. */
const FAILED = 'ACCOUNT_FROZEN'

interface Parts {
  readonly store: Store
  readonly now: () => number
  /** Whether the merchant's account has nothing left to pay with. */
  readonly isEmpty: () => boolean
  /** To be called when a transfer got or lost its end. */
  readonly changed: () => void
}

export class Bills implements Appointments {
  private readonly records: Records<Bill>
  private readonly due = new DueList()

  constructor(private readonly parts: Parts) {
    this.records = new Records(parts.store, '_transfers')
    for (const bill of this.records.list()) this.due.set(bill._id, lapsesAt(bill))
  }

  /** Newest first. */
  list(): Bill[] {
    return this.records.list().reverse()
  }

  find(number: string): Bill | undefined {
    return this.records.get(number)
  }

  /** The transfer that a phone was asked to confirm. */
  packed(packageInfo: string): Bill | undefined {
    return this.records.list().find((bill) => bill.packageInfo === packageInfo)
  }

  /** Takes a transfer, or finds the one that was asked for under this number. */
  async create(wish: TransferWish): Promise<Bill> {
    const known = this.records.get(wish.outBillNo)
    if (known) {
      if (isDeepStrictEqual(known.wish, wish)) return known
      throw new TransferRefusal(400, 'INVALID_REQUEST', '单号已存在但信息不一致，请查单后比较确认')
    }
    if (this.parts.isEmpty()) throw new TransferRefusal(403, 'NOT_ENOUGH', '资金不足')
    const now = this.parts.now()
    const bill: Bill = {
      _id: wish.outBillNo,
      transferBillNo: ownNumber('13'),
      wish,
      packageInfo: randomBytes(48).toString('base64'),
      state: 'WAIT_USER_CONFIRM',
      createdAt: now,
      updatedAt: now,
    }
    await this.write(bill)
    return bill
  }

  /** Ends a transfer that waits; false when there is none to end. */
  async end(number: string, end: BillEnd, reason = FAILED): Promise<boolean> {
    const bill = this.records.get(number)
    if (bill?.state !== 'WAIT_USER_CONFIRM') return false
    const updatedAt = this.parts.now()
    if (end === 'confirm') await this.write({ ...bill, state: 'SUCCESS', updatedAt })
    else {
      const failReason = end === 'lapse' ? LAPSED : reason
      await this.write({ ...bill, state: 'FAIL', failReason, updatedAt })
    }
    return true
  }

  next(): number | undefined {
    return this.due.next()
  }

  async act(instant: number): Promise<readonly Tick[]> {
    for (const number of this.due.upTo(instant)) await this.end(number, 'lapse')
    return []
  }

  /** Forgets what is due; the records go with the store's own reset. */
  clear(): void {
    this.due.clear()
  }

  private async write(bill: Bill): Promise<void> {
    await this.records.put(bill)
    this.due.set(bill._id, lapsesAt(bill))
    this.parts.changed()
  }
}

function lapsesAt({ state, createdAt }: Bill): number | undefined {
  return state === 'WAIT_USER_CONFIRM' ? createdAt + limits.transferConfirmMs : undefined
}
