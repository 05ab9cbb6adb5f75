import { makeAutoObservable, observable } from 'mobx'
import type { OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type OrderId } from '@domain/ids'
import type { OrderCard, OrderView, PaymentParams } from '@domain/orders/contract'
import type { OrderStatus } from '@domain/orders/order'
import type { Call } from '@/platform/call'
import type { PayOutcome } from '@/platform/pay'
import { newRequestId } from '@/platform/requestId'
import { reloading, settled, unloaded, type Loaded } from './loaded'

type Seen = OutputOf<'orders.see'>

/** Which orders a list shows; `all` is every status. */
export type OrdersTab = OrderStatus | 'all'

/** The orders of one tab, as many as were read so far. */
export interface OrdersPage {
  readonly orders: readonly OrderCard[]
  readonly more: boolean
}

/** What became of the wish to pay: how the cashier was left, or why it never opened. */
export type Paying = PayOutcome | Failure

/** What may be asked for an order beside paying it. */
export type OrderWish = 'cancel' | 'refund'

/** The caller's orders. */
export class OrdersStore {
  private readonly lists = observable.map<OrdersTab, Loaded<OrdersPage>>({}, { deep: false })
  private readonly seen = observable.map<string, Loaded<Seen>>({}, { deep: false })
  /** How the cashier was left the last time, so that the order page can say it. */
  private readonly payings = observable.map<string, Paying>({}, { deep: false })
  /** The order whose payment or wish is under way: its buttons wait. */
  busyWith: string | undefined = undefined
  readingMore = false
  /** Wishes whose answer is not known yet: asked again they are the same wish. */
  private readonly wishes = new Map<string, string>()

  constructor(
    private readonly call: Call,
    private readonly cashier: (payment: PaymentParams) => Promise<PayOutcome>,
  ) {
    makeAutoObservable<this, 'call' | 'cashier' | 'lists' | 'seen' | 'payings' | 'wishes'>(
      this,
      {
        call: false,
        cashier: false,
        lists: false,
        seen: false,
        payings: false,
        wishes: false,
      },
      { autoBind: true },
    )
  }

  list(tab: OrdersTab): Loaded<OrdersPage> {
    return this.lists.get(tab) ?? unloaded
  }

  /** Reads a tab from its newest order. */
  async loadList(tab: OrdersTab): Promise<void> {
    this.setList(tab, reloading(this.list(tab)))
    this.setList(tab, settled(this.list(tab), await this.call('orders.list', ofTab(tab))))
  }

  /** Reads on where the tab ends. */
  async readMore(tab: OrdersTab): Promise<void> {
    const page = this.list(tab).value
    const last = page?.orders[page.orders.length - 1]
    if (!page?.more || !last || this.readingMore) return
    this.setReadingMore(true)
    const answer = await this.call('orders.list', { ...ofTab(tab), before: last.placedAt })
    this.setReadingMore(false)
    if (hasFailed(answer)) return
    const orders = [...page.orders, ...answer.orders]
    this.setList(tab, { state: 'ready', value: { orders, more: answer.more } })
  }

  order(orderId: string): Loaded<Seen> {
    return this.seen.get(orderId) ?? unloaded
  }

  async loadOrder(orderId: string): Promise<void> {
    this.setSeen(orderId, reloading(this.order(orderId)))
    this.setSeen(orderId, settled(this.order(orderId), await this.askOrder(orderId)))
  }

  /** Asks again without showing that it does; tells whether anything changed. */
  async refreshOrder(orderId: string): Promise<boolean> {
    const answer = await this.askOrder(orderId)
    if (hasFailed(answer) || same(answer, this.order(orderId).value)) return false
    this.setSeen(orderId, { state: 'ready', value: answer })
    return true
  }

  /**
   * Opens the cashier and, when money went out, has the cloud ask the gateway at once. That the
   * order is paid is only believed when the cloud says so.
   */
  async pay(orderId: OrderId): Promise<Paying> {
    this.setBusy(orderId)
    const paying = await this.openCashier(orderId)
    this.setPaying(orderId, paying)
    this.setBusy(undefined)
    return paying
  }

  /** Cancels an unpaid order, or asks for the money of a paid one. */
  async ask(wish: OrderWish, orderId: OrderId): Promise<Failure | undefined> {
    this.setBusy(orderId)
    const key = `${wish} ${orderId}`
    const requestId = this.wishes.get(key) ?? newRequestId()
    this.wishes.set(key, requestId)
    const answer = await this.call(`orders.${wish}`, { requestId, orderId })
    if (!hasFailed(answer) || !isUnsure(answer)) this.wishes.delete(key)
    if (hasFailed(answer)) await this.refreshOrder(orderId)
    else this.replaceOrder(orderId, answer.order)
    this.setBusy(undefined)
    return hasFailed(answer) ? answer : undefined
  }

  /** How the cashier of this order was left the last time. */
  paying(orderId: string): Paying | undefined {
    return this.payings.get(orderId)
  }

  private async openCashier(orderId: OrderId): Promise<Paying> {
    const answer = await this.call('orders.pay', { orderId })
    if (hasFailed(answer)) {
      await this.refreshOrder(orderId)
      return answer
    }
    const outcome = await this.cashier(answer.payment)
    if (outcome !== 'paid') return outcome
    const checked = await this.call('orders.checkPayment', { orderId })
    if (!hasFailed(checked)) this.replaceOrder(orderId, checked.order)
    return 'paid'
  }

  private async askOrder(orderId: string): Promise<Seen | Failure> {
    if (!isId(orderId)) return fail('order_unknown')
    return this.call('orders.see', { orderId: orderId as OrderId })
  }

  private replaceOrder(orderId: string, order: OrderView): void {
    const before = this.order(orderId).value
    if (before) this.setSeen(orderId, { state: 'ready', value: { ...before, order } })
  }

  private setList(tab: OrdersTab, page: Loaded<OrdersPage>): void {
    this.lists.set(tab, page)
  }

  private setSeen(orderId: string, seen: Loaded<Seen>): void {
    this.seen.set(orderId, seen)
  }

  private setPaying(orderId: string, paying: Paying): void {
    this.payings.set(orderId, paying)
  }

  private setBusy(orderId: string | undefined): void {
    this.busyWith = orderId
  }

  private setReadingMore(reading: boolean): void {
    this.readingMore = reading
  }
}

/** Whether a refusal leaves open if the wish was granted: then the same request id is kept. */
export function isUnsure(failure: Failure): boolean {
  return failure.code === 'offline' || failure.code === 'busy' || failure.code === 'broken'
}

const ofTab = (tab: OrdersTab) => (tab === 'all' ? {} : { status: tab })

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
