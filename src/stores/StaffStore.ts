import { makeAutoObservable, observable, observableRef } from 'mobx'
import { isAnswered } from '@domain/aftersale/afterSale'
import type { InputOf, OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Queue, StaffOrder } from '@domain/fulfilment/contract'
import { isId, type FileId, type OrderId, type StoreId } from '@domain/ids'
import { CODE_DIGITS } from '@domain/orders/delivery'
import type { Instant } from '@domain/time'
import type { Call } from '@/platform/call'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** Orders to go through: what waits in a queue, or the after-sales that were answered. */
export type Pile = Queue | 'answered'

/** The orders of one pile, as many as were read so far. */
export type PilePage = OutputOf<'fulfilment.list'>

/** A parcel as staff writes it down. */
export type ParcelWish = Pick<InputOf<'fulfilment.ship'>, 'company' | 'number'>

/** An answer to a request for money back. */
export type AnswerWish = Pick<InputOf<'aftersale.answer'>, 'no' | 'verdict' | 'words'>

/** What staff has to do: parcels to ship, goods to hand over, requests to answer. */
export class StaffStore {
  desk: Loaded<OutputOf<'fulfilment.desk'>> = unloaded
  /** Orders by their verification codes. */
  readonly byCode: Seen<StaffOrder>
  /** Orders by their ids, also after they left their queue. */
  readonly byId: Seen<StaffOrder>
  /** The codes of stores, as pictures of the cloud's storage. */
  readonly storeCodes: Seen<FileId>
  private readonly piles = observable.map<Pile, Loaded<PilePage>>({}, { deep: false })
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
    this.byId = new Seen(async (orderId) => {
      if (!isId(orderId)) return fail('order_unknown')
      const answer = await call('fulfilment.see', { orderId: orderId as OrderId })
      return hasFailed(answer) ? answer : answer.order
    })
    this.storeCodes = new Seen(async (storeId) => {
      if (!isId(storeId)) return fail('store_unknown')
      const answer = await call('members.storeCode', { storeId: storeId as StoreId })
      return hasFailed(answer) ? answer : answer.file
    })
    makeAutoObservable<this, 'call' | 'piles' | 'asked' | 'readingMore' | 'wishes'>(
      this,
      {
        call: false,
        desk: observableRef,
        byCode: false,
        byId: false,
        storeCodes: false,
        piles: false,
        asked: false,
        readingMore: false,
        wishes: false,
      },
      { autoBind: true },
    )
  }

  /** Whether the caller runs lives and has no business at the counter. */
  get isCrew(): boolean {
    return this.desk.state === 'failed' && this.desk.failure.details['role'] === 'crew'
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

  pile(pile: Pile): Loaded<PilePage> {
    return this.piles.get(pile) ?? unloaded
  }

  /** Reads a pile from its top: the order that waits longest, or the newest that was answered. */
  async loadPile(pile: Pile): Promise<void> {
    this.setPile(pile, reloading(this.pile(pile)))
    this.setPile(pile, settled(this.pile(pile), await this.ask(pile)))
  }

  /** Reads on where the pile ends. */
  async readMore(pile: Pile): Promise<void> {
    const page = this.pile(pile).value
    const last = page?.orders[page.orders.length - 1]
    if (!page?.more || !last || this.readingMore) return
    this.readingMore = true
    const answer = await this.ask(pile, last.placedAt)
    this.readingMore = false
    if (hasFailed(answer)) return
    const orders = [...page.orders, ...answer.orders]
    this.setPile(pile, { state: 'ready', value: { orders, more: answer.more } })
  }

  private ask(pile: Pile, last?: Instant): Promise<PilePage | Failure> {
    return pile === 'answered'
      ? this.call('aftersale.list', last === undefined ? {} : { before: last })
      : this.call('fulfilment.list', { queue: pile, ...(last !== undefined && { after: last }) })
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
    this.byId.show(order._id, order)
    for (const [pile, { value }] of this.piles) {
      if (!value?.orders.some(({ _id }) => _id === order._id)) continue
      const orders = belongsTo(pile, order)
        ? value.orders.map((one) => (one._id === order._id ? order : one))
        : value.orders.filter((one) => one._id !== order._id)
      this.setPile(pile, { state: 'ready', value: { ...value, orders } })
    }
  }

  private setDesk(desk: Loaded<OutputOf<'fulfilment.desk'>>): void {
    this.desk = desk
  }

  private setPile(pile: Pile, page: Loaded<PilePage>): void {
    this.piles.set(pile, page)
    for (const order of page.value?.orders ?? []) this.byId.show(order._id, order)
  }

  private setBusy(busyWith: string | undefined): void {
    this.busyWith = busyWith
  }
}

/** Tells whether a text may be a verification code. */
export function isCode(text: string): boolean {
  return text.length === CODE_DIGITS && /^\d+$/.test(text)
}

function belongsTo(pile: Pile, { status, afterSales }: StaffOrder): boolean {
  if (pile === 'answered') return afterSales.some(isAnswered)
  if (pile === 'after-sale') return afterSales.some((asked) => asked.status === 'requested')
  return status === 'paid'
}
