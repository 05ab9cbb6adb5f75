import { makeAutoObservable, observable } from 'mobx'
import type { OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type LiveId } from '@domain/ids'
import type { Call } from '@/platform/call'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** A session's review with the one before it, and what was noted. */
export type ReviewView = OutputOf<'live.review'>

/** 复盘: what sessions came to, and what is to be done better. */
export class ReviewStore {
  readonly reviews: Seen<ReviewView>
  private readonly recounting = observable.set<LiveId>()
  private readonly noting = observable.set<LiveId>()
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    this.reviews = new Seen((liveId) =>
      isId(liveId)
        ? call('live.review', { liveId: liveId as LiveId })
        : Promise.resolve(fail('live_unknown')),
    )
    makeAutoObservable<this, 'call' | 'recounting' | 'noting' | 'wishes'>(
      this,
      { call: false, recounting: false, noting: false, wishes: false, reviews: false },
      { autoBind: true },
    )
  }

  isRecounting(liveId: LiveId): boolean {
    return this.recounting.has(liveId)
  }

  isNoting(liveId: LiveId): boolean {
    return this.noting.has(liveId)
  }

  /** Has a review counted anew; answers why not. */
  async recount(liveId: LiveId): Promise<Failure | undefined> {
    this.setRecounting(liveId, true)
    const answer = await this.call('live.recount', { liveId })
    this.setRecounting(liveId, false)
    if (hasFailed(answer)) return answer
    this.renew(liveId, answer)
    return undefined
  }

  /** Notes something for the next time; answers why not. */
  async note(liveId: LiveId, words: string): Promise<Failure | undefined> {
    this.setNoting(liveId, true)
    const answer = await this.wishes.send(`${liveId} note ${words}`, (requestId) =>
      this.call('live.note', { requestId, liveId, words }),
    )
    this.setNoting(liveId, false)
    if (hasFailed(answer)) return answer
    this.renew(liveId, answer)
    return undefined
  }

  private renew(liveId: LiveId, part: Partial<ReviewView>): void {
    const { value } = this.reviews.of(liveId)
    if (value) this.reviews.show(liveId, { ...value, ...part })
  }

  private setRecounting(liveId: LiveId, is: boolean): void {
    if (is) this.recounting.add(liveId)
    else this.recounting.delete(liveId)
  }

  private setNoting(liveId: LiveId, is: boolean): void {
    if (is) this.noting.add(liveId)
    else this.noting.delete(liveId)
  }
}
