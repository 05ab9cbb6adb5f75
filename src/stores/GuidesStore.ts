import { makeAutoObservable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { CustomerRow, GuideDesk, Material } from '@domain/guides/contract'
import type { Call } from '@/platform/call'
import { Lists } from './Lists'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'

/** Over how many days a trend goes. */
export type TrendSpan = InputOf<'guides.trend'>['days']

/** Customers by whether they have bought. */
export type CustomersTab = InputOf<'guides.customers'>['tab']

/** A guide's days, the earliest first. */
export type TrendDays = OutputOf<'guides.trend'>['days']

/** How the guides of the store stand this month, and what the caller is to reach. */
export type Ranking = OutputOf<'guides.ranking'>

/** The place that somebody took up. */
export type Accepted = OutputOf<'guides.accept'>['guide']

/** 导购: the workbench and what it leads to, and taking up a place. */
export class GuidesStore {
  desk: Loaded<GuideDesk> = unloaded
  material: Loaded<readonly Material[]> = unloaded
  ranking: Loaded<Ranking> = unloaded
  /** Trends by the days that they go over. */
  readonly trends: Seen<TrendDays>
  readonly customers: Lists<CustomersTab, CustomerRow>
  accepting = false

  constructor(private readonly call: Call) {
    this.trends = new Seen(async (span) => {
      const answer = await call('guides.trend', { days: span === '30' ? 30 : 7 })
      return hasFailed(answer) ? answer : answer.days
    })
    this.customers = new Lists(async (tab, last) => {
      const before = last && { before: last.lastVisitAt }
      const answer = await call('guides.customers', { tab, ...before })
      return hasFailed(answer) ? answer : { rows: answer.customers, hasMore: answer.hasMore }
    })
    makeAutoObservable<this, 'call'>(
      this,
      {
        ...{ call: false, trends: false, customers: false },
        ...{ desk: observableRef, material: observableRef, ranking: observableRef },
      },
      { autoBind: true },
    )
  }

  async loadDesk(): Promise<void> {
    this.showDesk(reloading(this.desk))
    this.showDesk(settled(this.desk, await this.call('guides.desk', {})))
  }

  /** Asks again without showing that it does; tells whether anything changed. */
  async refreshDesk(): Promise<boolean> {
    const desk = renewed(this.desk, await this.call('guides.desk', {}))
    if (desk) this.showDesk(desk)
    return desk !== undefined
  }

  async loadMaterial(): Promise<void> {
    this.showMaterial(reloading(this.material))
    const answer = await this.call('guides.material', {})
    this.showMaterial(settled(this.material, hasFailed(answer) ? answer : answer.material))
  }

  async loadRanking(): Promise<void> {
    this.showRanking(reloading(this.ranking))
    this.showRanking(settled(this.ranking, await this.call('guides.ranking', {})))
  }

  /** Takes up a place as a guide by the code of an invitation. */
  async accept(code: string): Promise<Accepted | Failure> {
    this.setAccepting(true)
    const answer = await this.call('guides.accept', { code })
    this.setAccepting(false)
    return hasFailed(answer) ? answer : answer.guide
  }

  private showDesk(desk: Loaded<GuideDesk>): void {
    this.desk = desk
  }

  private showMaterial(material: Loaded<readonly Material[]>): void {
    this.material = material
  }

  private showRanking(ranking: Loaded<Ranking>): void {
    this.ranking = ranking
  }

  private setAccepting(accepting: boolean): void {
    this.accepting = accepting
  }
}
