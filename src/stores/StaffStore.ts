import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Queue, StaffOrder } from '@domain/fulfilment/contract'
import type { OrderId } from '@domain/ids'
import { CODE_DIGITS } from '@domain/orders/delivery'
import type { Call } from '@/platform/call'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** The orders of one queue, as many as were read so far. */
export type QueuePage = OutputOf<'fulfilment.list'>

/** A parcel as staff writes it down. */
export type ParcelWish = Pick<InputOf<'fulfilment.ship'>, 'company' | 'number'>

/** An answer to a request for money back. */
export type AnswerWish = Pick<InputOf<'aftersale.answer'>, 'no' | 'verdict' | 'words'>

/** What staff has to do: parcels to ship, goods to hand over, requests to answer. */
export class StaffStore {
  desk: Loaded<OutputOf<'fulfilment.desk'>> = unloaded
  /** Orders by their verification codes. */
  readonly byCode: Seen<StaffOrder>
  private readonly queues = observable.map<Queue, Loaded<QueuePage>>({}, { deep: false })
  /** Orders that staff has in hand, by id, also after they left their queue. */
  private readonly orders = observable.map<string, StaffOrder>({}, { deep: false })
  busyWith: string | undefined = undefined
  private asked = false
  private readingMore = false
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    this.byCode = new Seen(async (code) => {
      if (!isCode(code)) return fail('code_unknown')
      const answer = await call('fulfilment.find', { code })
      return hasFailed(answer) ? answer : answer.order
    })
    makeAutoObservable<this, 'call' | 'queues' | 'orders' | 'asked' | 'readingMore' | 'wishes'>(
      this,
      {
        call: false,
        desk: observableRef,
        byCode: false,
        queues: false,
        orders: false,
        asked: false,
        readingMore: false,
        wishes: false,
      },
      { autoBind: true },
    )
  }

  /** Asks once whether the caller works here: shoppers are told no, and never asked again. */
  async askOnce(): Promise<void> {
    if (this.asked) return
    this.asked = true
    await this.loadDesk()
    // Without an answer it is asked again the next time.
    this.asked = this.desk.state !== 'failed' || this.desk.failure.code === 'role_missing'
  }

  async loadDesk(): Promise<void> {
    this.setDesk(reloading(this.desk))
    this.setDesk(settled(this.desk, await this.call('fulfilment.desk', {})))
  }

  /** Asks again without showing that it does; tells whether anything changed. */
  async refreshDesk(): Promise<boolean> {
    const desk = renewed(this.desk, await this.call('fulfilment.desk', {}))
    if (desk) this.setDesk(desk)
    return desk !== undefined
  }

  queue(queue: Queue): Loaded<QueuePage> {
    return this.queues.get(queue) ?? unloaded
  }

  /** Reads a queue from the order that waits longest. */
  async loadQueue(queue: Queue): Promise<void> {
    this.setQueue(queue, reloading(this.queue(queue)))
    const answer = await this.call('fulfilment.list', { queue })
    this.setQueue(queue, settled(this.queue(queue), answer))
  }

  /** Reads on where the queue ends. */
  async readMore(queue: Queue): Promise<void> {
    const page = this.queue(queue).value
    const last = page?.orders[page.orders.length - 1]
    if (!page?.more || !last || this.readingMore) return
    this.readingMore = true
    const answer = await this.call('fulfilment.list', { queue, after: last.placedAt })
    this.readingMore = false
    if (hasFailed(answer)) return
    const orders = [...page.orders, ...answer.orders]
    this.setQueue(queue, { state: 'ready', value: { orders, more: answer.more } })
  }

  /** An order of a queue that was read, as it stands now. */
  order(orderId: string): StaffOrder | undefined {
    return this.orders.get(orderId)
  }

  /** Ships an order. */
  ship(orderId: OrderId, parcel: ParcelWish): Promise<Failure | undefined> {
    const wish = { orderId, ...parcel }
    return this.act(orderId, () =>
      this.wishes.send(`ship ${JSON.stringify(wish)}`, (requestId) =>
        this.call('fulfilment.ship', { requestId, ...wish }),
      ),
    )
  }

  /** Hands an order over by its code. */
  async verify(code: string): Promise<Failure | undefined> {
    const refusal = await this.act(code, async () => {
      const answer = await this.wishes.send(`verify ${code}`, (requestId) =>
        this.call('fulfilment.verify', { requestId, code }),
      )
      if (!hasFailed(answer)) this.byCode.show(code, answer.order)
      return answer
    })
    if (refusal) await this.byCode.refresh(code)
    return refusal
  }

  /** Grants or refuses a request for money back. */
  answer(orderId: OrderId, said: AnswerWish): Promise<Failure | undefined> {
    const wish = { orderId, ...said }
    return this.act(orderId, () =>
      this.wishes.send(`answer ${JSON.stringify(wish)}`, (requestId) =>
        this.call('aftersale.answer', { requestId, ...wish }),
      ),
    )
  }

  private async act(
    busyWith: string,
    send: () => Promise<{ readonly order: StaffOrder } | Failure>,
  ): Promise<Failure | undefined> {
    this.setBusy(busyWith)
    const answer = await send()
    this.setBusy(undefined)
    if (hasFailed(answer)) return answer
    this.moveOn(answer.order)
    return undefined
  }

  /** Puts an order where it belongs after a wish was granted: it may leave its queue. */
  private moveOn(order: StaffOrder): void {
    this.orders.set(order._id, order)
    for (const [queue, { value }] of this.queues) {
      if (!value?.orders.some(({ _id }) => _id === order._id)) continue
      const orders = waitsIn(queue, order)
        ? value.orders.map((one) => (one._id === order._id ? order : one))
        : value.orders.filter((one) => one._id !== order._id)
      this.setQueue(queue, { state: 'ready', value: { ...value, orders } })
    }
  }

  private setDesk(desk: Loaded<OutputOf<'fulfilment.desk'>>): void {
    this.desk = desk
  }

  private setQueue(queue: Queue, page: Loaded<QueuePage>): void {
    this.queues.set(queue, page)
    for (const order of page.value?.orders ?? []) this.orders.set(order._id, order)
  }

  private setBusy(busyWith: string | undefined): void {
    this.busyWith = busyWith
  }
}

/** Tells whether a text may be a verification code. */
export function isCode(text: string): boolean {
  return text.length === CODE_DIGITS && /^\d+$/.test(text)
}

function waitsIn(queue: Queue, { status, afterSales }: StaffOrder): boolean {
  if (queue === 'after-sale') return afterSales.some((asked) => asked.status === 'requested')
  return status === 'paid'
}
