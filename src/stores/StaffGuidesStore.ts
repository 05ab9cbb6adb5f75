import { makeAutoObservable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import type { PayeeRow } from '@domain/commission/contract'
import { hasFailed, type Failure } from '@domain/failure'
import type { GuideRow } from '@domain/guides/contract'
import type { GuideId } from '@domain/ids'
import type { Call } from '@/platform/call'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Wishes } from './wishes'

/** A place for a guide, as staff makes one. */
export type Inviting = Omit<InputOf<'guides.invite'>, 'requestId'>

/** A place with the code by which it is taken up. */
export type Invited = OutputOf<'guides.invite'>

/** 导购, for who runs the shop: their places, their codes, and what they are owed. */
export class StaffGuidesStore {
  guides: Loaded<readonly GuideRow[]> = unloaded
  payees: Loaded<readonly PayeeRow[]> = unloaded
  inviting = false
  /** The guide whose work is just being ended or resumed. */
  busyWith: GuideId | undefined = undefined
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    makeAutoObservable<this, 'call' | 'wishes'>(
      this,
      { call: false, wishes: false, guides: observableRef, payees: observableRef },
      { autoBind: true },
    )
  }

  async load(): Promise<void> {
    this.showGuides(reloading(this.guides))
    const answer = await this.call('guides.list', {})
    this.showGuides(settled(this.guides, hasFailed(answer) ? answer : answer.guides))
  }

  async loadPayees(): Promise<void> {
    this.showPayees(reloading(this.payees))
    const answer = await this.call('commission.overview', {})
    this.showPayees(settled(this.payees, hasFailed(answer) ? answer : answer.payees))
  }

  /** Makes a place, or a new code for one that nobody took yet. */
  async invite(inviting: Inviting): Promise<Invited | Failure> {
    this.setInviting(true)
    const invited = await this.wishes.send(`invite ${JSON.stringify(inviting)}`, (requestId) =>
      this.call('guides.invite', { requestId, ...inviting }),
    )
    if (!hasFailed(invited)) await this.load()
    this.setInviting(false)
    return invited
  }

  /** Ends or resumes a guide's work; answers why not. */
  async activate(
    guideId: GuideId,
    isActive: boolean,
    reason: string,
  ): Promise<Failure | undefined> {
    this.setBusy(guideId)
    const wish = { guideId, isActive, reason }
    const answer = await this.wishes.send(`activate ${JSON.stringify(wish)}`, (requestId) =>
      this.call('guides.activate', { requestId, ...wish }),
    )
    this.setBusy(undefined)
    if (hasFailed(answer)) return answer
    this.showGuide(answer.guide)
    return undefined
  }

  private showGuide(guide: GuideRow): void {
    const { value } = this.guides
    if (!value) return
    const guides = value.map((one) => (one.id === guide.id ? guide : one))
    this.guides = { state: 'ready', value: guides }
  }

  private showGuides(guides: Loaded<readonly GuideRow[]>): void {
    this.guides = guides
  }

  private showPayees(payees: Loaded<readonly PayeeRow[]>): void {
    this.payees = payees
  }

  private setInviting(inviting: boolean): void {
    this.inviting = inviting
  }

  private setBusy(guideId: GuideId | undefined): void {
    this.busyWith = guideId
  }
}
