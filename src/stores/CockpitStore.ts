import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type LiveId, type LotteryId } from '@domain/ids'
import type { LiveBrief } from '@domain/live/contract'
import type { Call } from '@/platform/call'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** All that those who run a session see. */
export type CockpitView = OutputOf<'live.cockpit'>

/** What can be done in a cockpit, by the last word of its action. */
type RoomAct =
  | 'start'
  | 'end'
  | 'explain'
  | 'skip'
  | 'shelve'
  | 'price'
  | 'stock'
  | 'announce'
  | 'drop'
  | 'warmUp'

/** What a wish says beside the session and its request id. */
type Wish<Act extends RoomAct> = Omit<InputOf<`live.${Act}`>, 'requestId' | 'liveId'>

/** How long a lottery is open, and for which of the session's prizes. */
export type LotteryWish = Omit<InputOf<'lottery.open'>, 'requestId' | 'liveId'>

/**
 * 中控: how a session is run. Each wish is sent under one request id until its outcome is known,
 * so that a second tap, or a tap after a lost answer, does nothing twice; what it changed is read
 * anew before its button rests.
 */
export class CockpitStore {
  sessions: Loaded<readonly LiveBrief[]> = unloaded
  readonly cockpits: Seen<CockpitView>
  /** Wishes that are on their way, by what they are about, e.g. `explain live-cherry`. */
  private readonly underWay = observable.set<string>()
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    this.cockpits = new Seen(async (liveId) => {
      if (!isId(liveId)) return fail('live_unknown')
      const answer = await call('live.cockpit', { liveId: liveId as LiveId })
      return hasFailed(answer) ? answer : this.newer(liveId, answer)
    })
    makeAutoObservable<this, 'call' | 'underWay' | 'wishes' | 'newer'>(
      this,
      {
        ...{ call: false, underWay: false, wishes: false, newer: false, cockpits: false },
        sessions: observableRef,
      },
      { autoBind: true },
    )
  }

  async loadSessions(): Promise<void> {
    this.showSessions(reloading(this.sessions))
    const answer = await this.call('live.list', {})
    this.showSessions(settled(this.sessions, hasFailed(answer) ? answer : answer.sessions))
  }

  /** Whether such a wish is on its way. */
  isUnderWay(about: string): boolean {
    return this.underWay.has(about)
  }

  /** Does something in the room of a session; answers why not. */
  act<Act extends RoomAct>(
    liveId: LiveId,
    act: Act,
    wish: Wish<Act>,
  ): Promise<Failure | undefined> {
    return this.send(liveId, aboutOf(act, wish), wish, (requestId) => {
      const input = { ...wish, liveId, requestId }
      return this.call(`live.${act}`, input as unknown as InputOf<`live.${Act}`>)
    })
  }

  /** Opens a lottery for one of the session's prizes. */
  openLottery(liveId: LiveId, wish: LotteryWish): Promise<Failure | undefined> {
    return this.send(liveId, `openLottery ${wish.place}`, wish, (requestId) =>
      this.call('lottery.open', { ...wish, liveId, requestId }),
    )
  }

  /** Draws a lottery whose entries are closed. */
  draw(liveId: LiveId, lotteryId: LotteryId): Promise<Failure | undefined> {
    return this.send(liveId, `draw ${lotteryId}`, {}, (requestId) =>
      this.call('lottery.draw', { lotteryId, requestId }),
    )
  }

  private async send(
    liveId: LiveId,
    about: string,
    wish: object,
    send: (requestId: string) => Promise<object | Failure>,
  ): Promise<Failure | undefined> {
    this.setUnderWay(about, true)
    const answer = await this.wishes.send(`${liveId} ${about} ${JSON.stringify(wish)}`, send)
    // What a refusal rests on may have changed on somebody else's screen: that is read as well.
    await this.cockpits.refresh(liveId)
    this.setUnderWay(about, false)
    return hasFailed(answer) ? answer : undefined
  }

  /** A poll that was overtaken by a wish tells of a room that was: it is not shown. */
  private newer(liveId: string, answer: CockpitView): CockpitView {
    const { value } = this.cockpits.of(liveId)
    return value && value.room.rev > answer.room.rev ? value : answer
  }

  private showSessions(sessions: Loaded<readonly LiveBrief[]>): void {
    this.sessions = sessions
  }

  private setUnderWay(about: string, isUnderWay: boolean): void {
    if (isUnderWay) this.underWay.add(about)
    else this.underWay.delete(about)
  }
}

/** What a wish is about: the act, with the product or coupon that it is done to. */
export function aboutOf(act: RoomAct, wish: object): string {
  const { dealId, templateId } = wish as { dealId?: string; templateId?: string }
  return [act, dealId ?? templateId ?? ''].join(' ').trim()
}
