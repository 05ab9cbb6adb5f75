import { makeAutoObservable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { Id } from '@domain/ids'
import type { Call } from '@/platform/call'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** The account with as much of its history as was read so far. */
export type PointsSeen = OutputOf<'points.see'>

/** A month of the sign-in calendar. */
export type Signs = OutputOf<'points.signs'>

/** What points can be redeemed for. */
export type Mall = OutputOf<'points.mall'>

/** What signing in brought. */
export type SignedIn = OutputOf<'points.signIn'>

/** 积分: the account, signing in, and the mall. */
export class PointsStore {
  account: Loaded<PointsSeen> = unloaded
  mall: Loaded<Mall> = unloaded
  /** Months by their names, e.g. 2027-03. */
  readonly signs: Seen<Signs>
  signing = false
  /** The item that is just being redeemed. */
  redeeming: string | undefined = undefined
  private readingMore = false
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    this.signs = new Seen((month) => call('points.signs', { month }))
    makeAutoObservable<this, 'call' | 'readingMore' | 'wishes'>(
      this,
      {
        ...{ call: false, readingMore: false, wishes: false, signs: false },
        ...{ account: observableRef, mall: observableRef },
      },
      { autoBind: true },
    )
  }

  async load(): Promise<void> {
    this.showAccount(reloading(this.account))
    this.showAccount(settled(this.account, await this.call('points.see', {})))
  }

  /** Reads on where the history ends; when that fails, the end of the page asks again. */
  async readMore(): Promise<void> {
    const seen = this.account.value
    const last = seen?.entries[seen.entries.length - 1]
    if (!seen?.more || !last || this.readingMore) return
    this.readingMore = true
    const answer = await this.call('points.see', { before: last.no })
    this.readingMore = false
    // Read anew meanwhile, it is another history.
    if (hasFailed(answer) || this.account.value !== seen) return
    const entries = [...seen.entries, ...answer.entries]
    this.showAccount({ state: 'ready', value: { ...seen, entries, more: answer.more } })
  }

  /** 签到 for today; the month that is shown knows it at once. */
  async signIn(month: string): Promise<SignedIn | Failure> {
    this.setSigning(true)
    const answer = await this.call('points.signIn', {})
    if (!hasFailed(answer)) await this.signs.refresh(month)
    this.setSigning(false)
    return answer
  }

  async loadMall(): Promise<void> {
    this.showMall(reloading(this.mall))
    this.showMall(settled(this.mall, await this.call('points.mall', {})))
  }

  /** Redeems points for a coupon; answers why not. */
  async redeem(itemId: string): Promise<Failure | undefined> {
    this.setRedeeming(itemId)
    const answer = await this.wishes.send(`redeem ${itemId}`, (requestId) =>
      this.call('points.redeem', { requestId, itemId: itemId as Id<'mall-item'> }),
    )
    // Whether it was granted or not: points and stock are told anew.
    const mall = await this.call('points.mall', {})
    if (!hasFailed(mall)) this.showMall({ state: 'ready', value: mall })
    this.setRedeeming(undefined)
    return hasFailed(answer) ? answer : undefined
  }

  private showAccount(account: Loaded<PointsSeen>): void {
    this.account = account
  }

  private showMall(mall: Loaded<Mall>): void {
    this.mall = mall
  }

  private setSigning(signing: boolean): void {
    this.signing = signing
  }

  private setRedeeming(itemId: string | undefined): void {
    this.redeeming = itemId
  }
}
