import { makeAutoObservable } from 'mobx'
import type { OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { PayoutId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { PayoutView } from '@domain/payouts/contract'
import type { Call } from '@/platform/call'
import { Lists } from './Lists'
import { Wishes } from './wishes'

/** A guide's payouts as far as they were read, with what could be paid out now. */
export type Payouts = Omit<OutputOf<'payouts.list'>, 'payouts'> & {
  readonly rows: readonly PayoutView[]
}

/** There is one list of payouts: all of them. */
const all = 'all'

/** 提现: what can be paid out, asking for it, and what became of it. */
export class PayoutsStore {
  asking = false
  /** The payout that WeChat is just asked about. */
  checking: PayoutId | undefined = undefined
  private readonly list: Lists<typeof all, PayoutView, Payouts>
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    this.list = new Lists(async (_, last) => {
      const answer = await call('payouts.list', last ? { before: last.askedAt } : {})
      if (hasFailed(answer)) return answer
      const { payouts: rows, ...more } = answer
      return { ...more, rows }
    })
    makeAutoObservable<this, 'call' | 'list' | 'wishes'>(
      this,
      { call: false, list: false, wishes: false },
      { autoBind: true },
    )
  }

  get payouts() {
    return this.list.of(all)
  }

  load(): Promise<void> {
    return this.list.load(all)
  }

  readMore(): Promise<void> {
    return this.list.readMore(all)
  }

  /** Asks for what is payable; answers why not. */
  async ask(amountFen: Fen): Promise<Failure | undefined> {
    this.setAsking(true)
    const answer = await this.wishes.send(`payout ${amountFen}`, (requestId) =>
      this.call('payouts.ask', { requestId, amountFen }),
    )
    // Whether it was granted or not: what is payable is told anew.
    await this.load()
    this.setAsking(false)
    return hasFailed(answer) ? answer : undefined
  }

  /** Asks WeChat at once what became of a payout; tells whether anything changed. */
  async check(payoutId: PayoutId): Promise<boolean> {
    this.setChecking(payoutId)
    const answer = await this.call('payouts.check', { payoutId })
    this.setChecking(undefined)
    if (hasFailed(answer)) return false
    const before = this.payouts.value?.rows.find(({ id }) => id === payoutId)
    if (JSON.stringify(before) === JSON.stringify(answer.payout)) return false
    // What came back is payable again.
    await this.load()
    return true
  }

  private setAsking(asking: boolean): void {
    this.asking = asking
  }

  private setChecking(checking: PayoutId | undefined): void {
    this.checking = checking
  }
}
