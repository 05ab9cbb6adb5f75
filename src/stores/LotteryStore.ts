import { sha256 } from 'js-sha256'
import { makeAutoObservable, observable } from 'mobx'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type LotteryId } from '@domain/ids'
import { checkDraw, type DrawCheck } from '@domain/lottery/check'
import type { LotteryView } from '@domain/lottery/contract'
import type { Call } from '@/platform/call'
import { Seen } from './Seen'

/** The sealed list, as far as it was read. */
export interface Entries {
  readonly codes: readonly string[]
  readonly pages: number
  readonly isWhole: boolean
}

/** What drawing again on this phone came to. */
export type Check =
  | { readonly state: 'idle' | 'reading' | 'interrupted' }
  | { readonly state: 'done'; readonly checks: readonly DrawCheck[] }

const none: Entries = { codes: [], pages: 0, isWhole: false }
const idle: Check = { state: 'idle' }

/** 抽奖: entering, the public list, and drawing again on the phone. */
export class LotteryStore {
  readonly lotteries: Seen<LotteryView>
  entering = false
  private readonly lists = observable.map<string, Entries>({}, { deep: false })
  private readonly checks = observable.map<string, Check>({}, { deep: false })
  /** The page that is being read, so that it is not asked for twice. */
  private reading: Promise<boolean> | undefined = undefined

  constructor(private readonly call: Call) {
    this.lotteries = new Seen(async (lotteryId) =>
      isId(lotteryId)
        ? call('lottery.see', { lotteryId: lotteryId as LotteryId })
        : fail('lottery_unknown'),
    )
    makeAutoObservable<this, 'call' | 'lists' | 'checks' | 'reading'>(
      this,
      { call: false, lotteries: false, lists: false, checks: false, reading: false },
      { autoBind: true },
    )
  }

  /** Enters the caller; their code, or why not. */
  async enter(lotteryId: LotteryId): Promise<{ readonly code: string } | Failure> {
    this.setEntering(true)
    const answer = await this.call('lottery.enter', { lotteryId })
    const lottery = this.lotteries.of(lotteryId).value
    if (hasFailed(answer)) await this.lotteries.refresh(lotteryId)
    else if (lottery) this.lotteries.show(lotteryId, { ...lottery, ownCode: answer.code })
    this.setEntering(false)
    return answer
  }

  /** The sealed list, as far as it was read. */
  entries(lotteryId: string): Entries {
    return this.lists.get(lotteryId) ?? none
  }

  check(lotteryId: string): Check {
    return this.checks.get(lotteryId) ?? idle
  }

  /** Reads the next page of the sealed list; tells whether one came. */
  readMore(lotteryId: LotteryId): Promise<boolean> {
    this.reading ??= this.readPage(lotteryId).finally(() => {
      this.reading = undefined
    })
    return this.reading
  }

  /** Reads the whole list and draws again here, from nothing but what is published. */
  async drawAgain(lotteryId: LotteryId): Promise<void> {
    this.setCheck(lotteryId, { state: 'reading' })
    let came = true
    while (came && !this.entries(lotteryId).isWhole) came = await this.readMore(lotteryId)
    const lottery = this.lotteries.of(lotteryId).value
    const { codes, isWhole } = this.entries(lotteryId)
    if (!lottery || !isWhole) this.setCheck(lotteryId, { state: 'interrupted' })
    else this.setCheck(lotteryId, { state: 'done', checks: checkDraw(lottery, codes, sha256) })
  }

  private async readPage(lotteryId: LotteryId): Promise<boolean> {
    const { codes, pages } = this.entries(lotteryId)
    const answer = await this.call('lottery.entries', { lotteryId, page: pages })
    if (hasFailed(answer)) return false
    const all = [...codes, ...answer.codes]
    const isWhole = answer.codes.length === 0 || all.length >= this.sealedCount(lotteryId)
    this.setEntries(lotteryId, { codes: all, pages: pages + 1, isWhole })
    return true
  }

  private sealedCount(lotteryId: string): number {
    return this.lotteries.of(lotteryId).value?.entries ?? Infinity
  }

  private setEntering(entering: boolean): void {
    this.entering = entering
  }

  private setEntries(lotteryId: string, entries: Entries): void {
    this.lists.set(lotteryId, entries)
  }

  private setCheck(lotteryId: string, check: Check): void {
    this.checks.set(lotteryId, check)
  }
}
