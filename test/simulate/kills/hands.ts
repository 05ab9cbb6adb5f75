/** What a flow is done with: the phones of all who take part, the cashier, the clock. */
import type { OutputOf } from '@domain/api'
import { functionOf, type ActionName } from '@domain/functions'
import type { StaffDeed } from '../auditor/staff-deeds'
import type { Answer, Town, TransferEnd } from '../cloud/town'
import type { Event } from '../play/event'
import { isRecorded } from '../play/live'
import type { Acknowledged } from './acknowledged'

/** The one live of the street. */
export const LIVE = 'live-0'

const MINUTE = 60_000

/** So often somebody asks, a minute apart. */
const TRIES = 5

export class Hands {
  /** Every answer that arrived, the oldest first. */
  readonly acknowledged: Acknowledged[] = []
  /** Wishes of who runs the live that were granted. */
  readonly deeds: StaffDeed[] = []

  constructor(readonly town: Town) {}

  /** Asks for something that must be granted, or refused by one of these codes. */
  async ask<Name extends ActionName>(
    who: string,
    name: Name,
    input: object,
    orRefused: readonly string[] = [],
  ): Promise<OutputOf<Name>> {
    const answer = await this.answerTo(who, { name, input })
    if ('error' in answer) {
      if (orRefused.includes(answer.error.code)) return undefined as OutputOf<Name>
      throw new Error(`${who}: ${name}: ${JSON.stringify(answer.error)}`)
    }
    this.acknowledged.push({ who, name, input, result: answer.result })
    const { requestId } = input as { requestId?: string }
    if (isRecorded({ name, input }) && requestId !== undefined) {
      const deed = { requestId, action: name, by: who, subject: LIVE, outcome: 'granted' } as const
      this.deeds.push(deed)
    }
    return answer.result as OutputOf<Name>
  }

  /** What was cut off may keep others waiting for a while: then who asks tries again later. */
  private async answerTo(who: string, event: Event): Promise<Answer> {
    for (let tried = 1; ; tried += 1) {
      const answer = await this.town.call(who, functionOf[event.name], event)
      if (!('error' in answer) || answer.error.code !== 'busy' || tried === TRIES) return answer
      await this.passTo((await this.town.books()).now, 1)
    }
  }

  /** Pays at the cashier. */
  pay(orderId: string): Promise<void> {
    return this.town.pay(orderId, { outcome: 'success', notify: 'once' })
  }

  /** Confirms, in WeChat, or refuses what waits for somebody. */
  endTransfers(who: string, end: TransferEnd): Promise<void> {
    return this.town.endTransfers(who, end)
  }

  /** Lets time pass up to so many minutes after a moment. */
  passTo(moment: number, minutes: number): Promise<void> {
    return this.town.moveTo(moment + minutes * MINUTE)
  }
}
