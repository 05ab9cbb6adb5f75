import { makeAutoObservable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { WalletLine } from '@domain/messages/contract'
import type { MessageKind } from '@domain/messages/wallet'
import type { Call } from '@/platform/call'
import type { AskConsent, Consent } from '@/platform/consent'
import { newRequestId } from '@/platform/requestId'
import { reloading, settled, unloaded, type Loaded } from './loaded'

/** A message that may be asked for: its kind, and WeChat's template of it. */
export type Askable = Pick<WalletLine, 'kind' | 'templateId'>

/** 消息钱包: which messages the shop may still send, and asking for more. */
export class MessagesStore {
  wallet: Loaded<OutputOf<'messages.see'>> = unloaded
  /** The kind that is just being asked for. */
  asking: MessageKind | undefined = undefined
  /** Kinds that were refused since the app was opened: they are not asked for again unasked. */
  private readonly refused = new Set<MessageKind>()

  constructor(
    private readonly call: Call,
    private readonly askConsent: AskConsent,
  ) {
    makeAutoObservable<this, 'call' | 'askConsent' | 'refused'>(
      this,
      { call: false, askConsent: false, refused: false, wallet: observableRef },
      { autoBind: true },
    )
  }

  async load(): Promise<void> {
    this.show(reloading(this.wallet))
    this.show(settled(this.wallet, await this.call('messages.see', {})))
  }

  /** Learns what can be asked for, ahead of the tap: right after it, there is no time for that. */
  async prepare(): Promise<void> {
    if (!this.wallet.value) await this.load()
  }

  /** Asks for one more message of each, and has those counted that were allowed. */
  async ask(asked: readonly Askable[]): Promise<Consent | Failure> {
    this.setAsking(asked[0]?.kind)
    const allowed = await this.askConsent(asked.map(({ templateId }) => templateId))
    const answer = allowed === 'unavailable' ? allowed : await this.count(asked, allowed)
    this.setAsking(undefined)
    return answer
  }

  /**
   * Asks at a moment that the messages belong to. Silent where they are not known yet, or were
   * refused since the app was opened.
   */
  async askInPassing(kinds: readonly MessageKind[]): Promise<void> {
    const lines = this.wallet.value?.lines ?? []
    const askable = lines.filter(({ kind }) => kinds.includes(kind) && !this.refused.has(kind))
    if (askable.length > 0) await this.ask(askable)
  }

  private async count(
    asked: readonly Askable[],
    allowed: readonly string[],
  ): Promise<Consent | Failure> {
    const isAllowed = ({ templateId }: Askable) => allowed.includes(templateId)
    for (const one of asked) if (!isAllowed(one)) this.refused.add(one.kind)
    const kinds = asked.filter(isAllowed).map(({ kind }) => kind)
    if (kinds.length === 0) return 'refused'
    const counted = await this.call('messages.consent', { requestId: newRequestId(), kinds })
    if (hasFailed(counted)) return counted
    this.show({ state: 'ready', value: counted })
    return 'given'
  }

  private show(wallet: Loaded<OutputOf<'messages.see'>>): void {
    this.wallet = wallet
  }

  private setAsking(kind: MessageKind | undefined): void {
    this.asking = kind
  }
}
