import { makeAutoObservable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type OrderId } from '@domain/ids'
import type { Instant } from '@domain/time'
import type { Call } from '@/platform/call'
import { settled, reloading, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** Why an order is whose it is. */
export type Explained = OutputOf<'attribution.see'>

/** To whom an order is credited from now on, and why. */
export type Assigning = Omit<InputOf<'attribution.assign'>, 'requestId'>

/** To whom the customer of an order is bound, for how long, and why. */
export type Binding = Omit<InputOf<'attribution.bind'>, 'requestId'>

/** What another rule would have come to. */
export type Replayed = OutputOf<'attribution.replay'>

/** 溯源, for who runs the shop: why orders are whose they are, changing it, and trying rules out. */
export class StaffAttributionStore {
  /** Explanations by the ids of orders. */
  readonly orders: Seen<Explained>
  /** What the last rule that was tried came to; nothing before one was. */
  replayed: Loaded<Replayed> = unloaded
  replaying = false
  busy = false
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    this.orders = new Seen((orderId) =>
      isId(orderId)
        ? call('attribution.see', { orderId: orderId as OrderId })
        : Promise.resolve(fail('order_unknown')),
    )
    makeAutoObservable<this, 'call' | 'wishes'>(
      this,
      { call: false, wishes: false, orders: false, replayed: observableRef },
      { autoBind: true },
    )
  }

  /** Credits an order to somebody else, or nobody; answers why not. */
  async assign(assigning: Assigning): Promise<Failure | undefined> {
    this.setBusy(true)
    const answer = await this.wishes.send(`assign ${JSON.stringify(assigning)}`, (requestId) =>
      this.call('attribution.assign', { requestId, ...assigning }),
    )
    // The names that the explanation needs come with it only when it is read anew.
    if (!hasFailed(answer)) await this.orders.load(assigning.orderId)
    this.setBusy(false)
    return hasFailed(answer) ? answer : undefined
  }

  /** Binds the customer of an order to a guide; answers until when, or why not. */
  async bind(binding: Binding): Promise<Instant | Failure> {
    this.setBusy(true)
    const answer = await this.wishes.send(`bind ${JSON.stringify(binding)}`, (requestId) =>
      this.call('attribution.bind', { requestId, ...binding }),
    )
    this.setBusy(false)
    return hasFailed(answer) ? answer : answer.until
  }

  /** Tries another rule out on the orders of a time. */
  async replay(trial: InputOf<'attribution.replay'>): Promise<void> {
    this.setReplaying(true)
    this.showReplayed(reloading(this.replayed))
    this.showReplayed(settled(this.replayed, await this.call('attribution.replay', trial)))
    this.setReplaying(false)
  }

  private showReplayed(replayed: Loaded<Replayed>): void {
    this.replayed = replayed
  }

  private setReplaying(replaying: boolean): void {
    this.replaying = replaying
  }

  private setBusy(busy: boolean): void {
    this.busy = busy
  }
}
