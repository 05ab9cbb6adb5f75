import { makeAutoObservable, observable } from 'mobx'
import type { OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type DealId, type TeamId } from '@domain/ids'
import type { TeamProgress } from '@domain/deals/progress'
import type { Call } from '@/platform/call'
import { Seen } from './Seen'
import { isUnsure } from './wishes'

/** A team group-buy with the teams that one may join. */
export type TeamOffer = OutputOf<'teams.offer'>

/** Team group-buys and the teams of them. */
export class TeamsStore {
  readonly offers: Seen<TeamOffer>
  readonly teams: Seen<OutputOf<'teams.see'>>
  /** Teams in which the cloud is just being asked for a seat, or refused one. */
  private readonly asking = observable.set<string>()
  private readonly refusals = observable.map<string, Failure>({}, { deep: false })

  constructor(private readonly call: Call) {
    this.offers = new Seen(async (dealId) =>
      isId(dealId) ? call('teams.offer', { dealId: dealId as DealId }) : fail('deal_unknown'),
    )
    this.teams = new Seen(async (teamId) =>
      isId(teamId) ? call('teams.see', { teamId: teamId as TeamId }) : fail('team_unknown'),
    )
    makeAutoObservable<this, 'call' | 'asking' | 'refusals'>(
      this,
      { call: false, asking: false, refusals: false, offers: false, teams: false },
      { autoBind: true },
    )
  }

  isAsking(teamId: string): boolean {
    return this.asking.has(teamId)
  }

  /** Why the caller may not join a team, since they last tried. */
  refusal(teamId: string): Failure | undefined {
    return this.refusals.get(teamId)
  }

  /**
   * Asks whether the caller may join a team, before anything is filled in: whoever is no newcomer
   * hears it here and not at the checkout. Answers why not; what asking again may mend is not kept.
   */
  async askSeat(
    teamId: string,
    { deal }: Pick<TeamProgress, 'deal'>,
  ): Promise<Failure | undefined> {
    this.setRefusal(teamId, undefined)
    this.setAsking(teamId, true)
    const { _id: dealId, productId, skuId } = deal
    const line = { productId, skuId, quantity: 1, dealId, teamId: teamId as TeamId }
    const answer = await this.call('orders.quote', { lines: [line], delivery: 'pick-up' })
    this.setAsking(teamId, false)
    if (!hasFailed(answer)) return undefined
    if (!isUnsure(answer)) this.setRefusal(teamId, answer)
    return answer
  }

  private setAsking(teamId: string, isAsking: boolean): void {
    if (isAsking) this.asking.add(teamId)
    else this.asking.delete(teamId)
  }

  private setRefusal(teamId: string, refusal: Failure | undefined): void {
    if (refusal) this.refusals.set(teamId, refusal)
    else this.refusals.delete(teamId)
  }
}
