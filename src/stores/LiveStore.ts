import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type LiveId, type TemplateId } from '@domain/ids'
import type { LiveView } from '@domain/live/contract'
import { withNews } from '@domain/live/news'
import type { LotteryView } from '@domain/lottery/contract'
import type { Call } from '@/platform/call'
import { now } from '@/platform/clock'
import type { Consent } from '@/platform/consent'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import type { MessagesStore } from './MessagesStore'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** What came of a wish to be reminded: kept, and whether WeChat will deliver it; or why not. */
export type Reserved = { readonly consent: Consent } | Failure

/** 直播: the sessions of the shop, and what goes on in their rooms. */
export class LiveStore {
  list: Loaded<OutputOf<'live.list'>> = unloaded
  readonly sessions: Seen<LiveView>
  /** The session whose reminder is on its way to the cloud. */
  reserving: string | undefined = undefined
  /** The coupon that is being claimed. */
  claiming: TemplateId | undefined = undefined
  private readonly wishes = new Wishes()
  /** How often the live price of something moved while it was looked at. */
  private readonly moves = observable.map<string, number>({}, { deep: false })

  constructor(
    private readonly call: Call,
    private readonly messages: Pick<MessagesStore, 'ask'>,
  ) {
    this.sessions = new Seen(async (liveId) =>
      isId(liveId) ? call('live.see', { liveId: liveId as LiveId }) : fail('live_unknown'),
    )
    makeAutoObservable<this, 'call' | 'messages' | 'wishes' | 'moves'>(
      this,
      {
        ...{ call: false, messages: false, sessions: false, wishes: false, moves: false },
        list: observableRef,
      },
      { autoBind: true },
    )
  }

  async loadList(): Promise<void> {
    this.showList(reloading(this.list))
    this.showList(settled(this.list, await this.call('live.list', {})))
  }

  /** Asks again without showing that it does; tells whether anything changed. */
  async refreshList(): Promise<boolean> {
    const list = renewed(this.list, await this.call('live.list', {}))
    if (list) this.showList(list)
    return list !== undefined
  }

  /** Asks what is new in a room; tells whether anything is. */
  async refresh(liveId: string): Promise<boolean> {
    const view = this.sessions.of(liveId).value
    if (!view) return this.sessions.refresh(liveId)
    const { session, room, mark } = view
    const news = await this.call('live.room', { liveId: session._id, rev: room.rev, mark })
    if (hasFailed(news)) return false
    const after = withNews(await this.withLottery(view), news)
    if (!after) return this.sessions.refresh(liveId)
    // Somebody may have claimed or reserved meanwhile: what they were shown is not taken back.
    if (after === view || this.sessions.of(liveId).value !== view) return false
    this.showMoves(view, after)
    this.sessions.show(liveId, after)
    return true
  }

  /** How often the live price of a deal moved while it was looked at. */
  movesOf(dealId: string): number {
    return this.moves.get(dealId) ?? 0
  }

  /**
   * Has the caller reminded of a session. What is allowed goes into the wallet first: without it
   * the reminder would not go out. Who refuses it is not reminded.
   */
  async reserve({ session, reminderTemplateId }: LiveView): Promise<Reserved> {
    this.setReserving(session._id)
    const consent = await this.askFor(reminderTemplateId)
    const answer = hasFailed(consent) ? consent : await this.leaveReminder(session._id, consent)
    this.setReserving(undefined)
    return answer
  }

  /** Claims a coupon that was dropped into a room. */
  async claim(liveId: LiveId, templateId: TemplateId): Promise<Failure | undefined> {
    this.setClaiming(templateId)
    const answer = await this.wishes.send(`claim ${liveId} ${templateId}`, (requestId) =>
      this.call('live.claim', { requestId, liveId, templateId }),
    )
    if (!hasFailed(answer)) this.countClaim(liveId, templateId)
    else await this.sessions.refresh(liveId)
    this.setClaiming(undefined)
    return hasFailed(answer) ? answer : undefined
  }

  private async askFor(templateId: string | null): Promise<Consent | Failure> {
    if (templateId === null) return 'unavailable'
    return this.messages.ask([{ kind: 'liveStart', templateId }])
  }

  private async leaveReminder(liveId: LiveId, consent: Consent): Promise<Reserved> {
    if (consent === 'refused') return { consent }
    const answer = await this.call('live.reserve', { liveId })
    if (hasFailed(answer)) return answer
    const view = this.sessions.of(liveId).value
    if (view) this.sessions.show(liveId, { ...view, isReserved: true })
    return { consent }
  }

  /** A lottery that nobody can enter any more is looked at until it is drawn. */
  private async withLottery(view: LiveView): Promise<LiveView> {
    const waiting = view.lotteries.find((one) => one.status !== 'drawn' && now() >= one.closesAt)
    if (!waiting) return view
    const lottery = await this.call('lottery.see', { lotteryId: waiting._id })
    return hasFailed(lottery) || lottery.status === waiting.status ? view : withOne(view, lottery)
  }

  private showMoves(before: LiveView, after: LiveView): void {
    after.goods.forEach(({ dealId, priceFen }, place) => {
      if (before.goods[place]?.priceFen === priceFen) return
      this.moves.set(dealId, this.movesOf(dealId) + 1)
    })
  }

  private countClaim(liveId: LiveId, templateId: TemplateId): void {
    const view = this.sessions.of(liveId).value
    if (!view) return
    const coupons = view.coupons.map((one) =>
      one.template._id === templateId
        ? { ...one, claimed: one.claimed + 1, left: Math.max(0, one.left - 1) }
        : one,
    )
    this.sessions.show(liveId, { ...view, coupons })
  }

  private showList(list: Loaded<OutputOf<'live.list'>>): void {
    this.list = list
  }

  private setReserving(liveId: string | undefined): void {
    this.reserving = liveId
  }

  private setClaiming(templateId: TemplateId | undefined): void {
    this.claiming = templateId
  }
}

/** A session's view with one of its lotteries as it stands now. */
function withOne(view: LiveView, lottery: LotteryView): LiveView {
  const lotteries = view.lotteries.map((one) => (one._id === lottery._id ? lottery : one))
  return { ...view, lotteries }
}
