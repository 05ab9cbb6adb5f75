import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { FlashSession } from '@domain/flashsale/contract'
import type { Call } from '@/platform/call'
import type { Consent } from '@/platform/consent'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import type { MessagesStore } from './MessagesStore'

/** The sessions of the shop's flash sales. */
export type Sessions = OutputOf<'flashsale.see'>

/** What came of a wish to be reminded: kept, and whether WeChat will deliver it; or why not. */
export type Reminded = { readonly consent: Consent } | Failure

/** Flash sales: their sessions, and reminders of them. */
export class FlashsaleStore {
  sessions: Loaded<Sessions> = unloaded
  /** Sessions whose reminder is on its way to the cloud. */
  private readonly reminding = observable.set<string>()

  constructor(
    private readonly call: Call,
    private readonly messages: Pick<MessagesStore, 'ask'>,
  ) {
    makeAutoObservable<this, 'call' | 'messages' | 'reminding'>(
      this,
      { call: false, messages: false, reminding: false, sessions: observableRef },
      { autoBind: true },
    )
  }

  async load(): Promise<void> {
    this.show(reloading(this.sessions))
    this.show(settled(this.sessions, await this.call('flashsale.see', {})))
  }

  /** Asks again without showing that it does; tells whether anything changed. */
  async refresh(): Promise<boolean> {
    const sessions = renewed(this.sessions, await this.call('flashsale.see', {}))
    if (sessions) this.show(sessions)
    return sessions !== undefined
  }

  isReminding(session: FlashSession): boolean {
    return this.reminding.has(keyOf(session))
  }

  /**
   * Has the caller reminded of a session. What is allowed goes into the wallet first: without it
   * the reminder would not go out. Who refuses it is not reminded.
   */
  async remind(session: FlashSession, templateId: string): Promise<Reminded> {
    this.setReminding(session, true)
    const consent = await this.messages.ask([{ kind: 'flashStart', templateId }])
    const answer = hasFailed(consent) ? consent : await this.leaveReminder(session, consent)
    this.setReminding(session, false)
    return answer
  }

  private async leaveReminder(session: FlashSession, consent: Consent): Promise<Reminded> {
    if (consent === 'refused') return { consent }
    const { saleId, startsAt } = session
    const answer = await this.call('flashsale.remind', { saleId, startsAt })
    if (hasFailed(answer)) return answer
    this.markReminded(session)
    return { consent }
  }

  private show(sessions: Loaded<Sessions>): void {
    this.sessions = sessions
  }

  private markReminded(session: FlashSession): void {
    const { value } = this.sessions
    if (!value) return
    const sessions = value.sessions.map((one) =>
      keyOf(one) === keyOf(session) ? { ...one, isReminded: true } : one,
    )
    this.sessions = { state: 'ready', value: { ...value, sessions } }
  }

  private setReminding(session: FlashSession, isReminding: boolean): void {
    if (isReminding) this.reminding.add(keyOf(session))
    else this.reminding.delete(keyOf(session))
  }
}

/** A session's name among all sessions: letters, digits, `-` and `_`, as an id on a page needs. */
export function keyOf({ saleId, startsAt }: Pick<FlashSession, 'saleId' | 'startsAt'>): string {
  return `${saleId}-${startsAt}`
}
