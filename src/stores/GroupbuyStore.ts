import { makeAutoObservable, observable } from 'mobx'
import type { OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { LadderView, OwnJoin, PublicRow } from '@domain/groupbuy/contract'
import type { Statement } from '@domain/groupbuy/settlement'
import { isId, type DealId } from '@domain/ids'
import { isKept } from '@domain/orders/order'
import type { Call } from '@/platform/call'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { recount, type StatementDifference } from '@domain/groupbuy/recount'

/** The statement with the rows that were read so far. */
export interface StatementView {
  readonly statement: Statement
  readonly rows: readonly PublicRow[]
  readonly ownAlias: string | null
  readonly pagesRead: number
}

/** What re-adding the rows on the phone came to. */
export type Recount =
  | { readonly state: 'idle' | 'counting' | 'interrupted' }
  | { readonly state: 'done'; readonly differences: readonly StatementDifference[] }

const idle: Recount = { state: 'idle' }

/** Ladders and their statements, by the deal. */
export class GroupbuyStore {
  readonly ladders: Seen<LadderView>
  private readonly statements = observable.map<string, Loaded<StatementView>>({}, { deep: false })
  private readonly recounts = observable.map<string, Recount>({}, { deep: false })
  /** The page that is being read, so that it is not asked for twice. */
  private reading: Promise<boolean> | undefined = undefined

  constructor(private readonly call: Call) {
    this.ladders = new Seen(async (dealId) =>
      isId(dealId) ? call('groupbuy.see', { dealId: dealId as DealId }) : fail('deal_unknown'),
    )
    makeAutoObservable<this, 'call' | 'statements' | 'recounts' | 'reading'>(
      this,
      { call: false, ladders: false, statements: false, recounts: false, reading: false },
      { autoBind: true },
    )
  }

  /** The caller's order in this ladder that still waits to be paid, if there is one. */
  ownUnpaid(dealId: string): OwnJoin | undefined {
    return this.ladders.of(dealId).value?.own.find((join) => join.status === 'unpaid')
  }

  /** How many more pieces the caller may take: of what is left, and of their own share. */
  takeable(dealId: string): number {
    const view = this.ladders.of(dealId).value
    if (!view) return 0
    const taken = view.own
      .filter(({ status }) => status === 'unpaid' || isKept(status))
      .reduce((sum, join) => sum + join.quantity, 0)
    return Math.max(0, Math.min(view.left, view.deal.perMember - taken))
  }

  statement(dealId: string): Loaded<StatementView> {
    return this.statements.get(dealId) ?? unloaded
  }

  recount(dealId: string): Recount {
    return this.recounts.get(dealId) ?? idle
  }

  /** Reads the statement from its first page. */
  async loadStatement(dealId: string): Promise<void> {
    const before = reloading(this.statement(dealId))
    this.setStatement(dealId, before)
    this.setRecount(dealId, idle)
    const answer = await this.askStatement(dealId, 0)
    this.setStatement(
      dealId,
      settled(before, hasFailed(answer) ? answer : { ...answer, pagesRead: 1 }),
    )
  }

  hasMoreRows(dealId: string): boolean {
    const view = this.statement(dealId).value
    return view !== undefined && view.pagesRead < view.statement.pages
  }

  /** Reads the next page of rows; tells whether one came. */
  readMore(dealId: string): Promise<boolean> {
    this.reading ??= this.readPage(dealId).finally(() => {
      this.reading = undefined
    })
    return this.reading
  }

  /**
   * Reads every row that is missing, adds them all up here, and compares with what is published.
   */
  async recountRows(dealId: string): Promise<void> {
    this.setRecount(dealId, { state: 'counting' })
    let came = true
    while (came && this.hasMoreRows(dealId)) came = await this.readMore(dealId)
    const view = this.statement(dealId).value
    if (!view || this.hasMoreRows(dealId)) this.setRecount(dealId, { state: 'interrupted' })
    else {
      const differences = recount(view.statement, view.rows)
      this.setRecount(dealId, { state: 'done', differences })
    }
  }

  private async readPage(dealId: string): Promise<boolean> {
    const view = this.statement(dealId).value
    if (!view || !this.hasMoreRows(dealId)) return false
    const answer = await this.askStatement(dealId, view.pagesRead)
    if (hasFailed(answer)) return false
    const rows = [...view.rows, ...answer.rows]
    const value = { ...view, rows, pagesRead: view.pagesRead + 1 }
    this.setStatement(dealId, { state: 'ready', value })
    return true
  }

  private async askStatement(
    dealId: string,
    page: number,
  ): Promise<OutputOf<'groupbuy.statement'> | Failure> {
    if (!isId(dealId)) return fail('deal_unknown')
    return this.call('groupbuy.statement', { dealId: dealId as DealId, page })
  }

  private setStatement(dealId: string, statement: Loaded<StatementView>): void {
    this.statements.set(dealId, statement)
  }

  private setRecount(dealId: string, state: Recount): void {
    this.recounts.set(dealId, state)
  }
}
