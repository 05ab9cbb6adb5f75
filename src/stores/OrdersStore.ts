import { makeAutoObservable, observable } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { isId, type OrderId } from '@domain/ids'
import type { OrderCard, OrderView, PaymentParams } from '@domain/orders/contract'
import type { Call } from '@/platform/call'
import type { PayOutcome } from '@/platform/pay'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'
import { Wishes } from './wishes'

/** The tabs of the list, by what the shopper waits for. */
export const orderTabs = [
  'all',
  'unpaid',
  'waiting',
  'paid',
  'shipped',
  'done',
  'after-sale',
] as const
export type OrdersTab = (typeof orderTabs)[number]

/** What each tab asks the cloud for. */
const ofTab: Readonly<Record<OrdersTab, Omit<InputOf<'orders.list'>, 'before'>>> = {
  all: {},
  unpaid: { statuses: ['unpaid'] },
  waiting: { statuses: ['waiting'] },
  paid: { statuses: ['paid'] },
  shipped: { statuses: ['shipped'] },
  done: { statuses: ['received', 'done'] },
  'after-sale': { afterSale: true },
}

/** The orders of one tab, as many as were read so far. */
export interface OrdersPage {
  readonly orders: readonly OrderCard[]
  readonly more: boolean
}

/** What became of the wish to pay: how the cashier was left, or why it never opened. */
export type Paying = PayOutcome | Failure

/** What may be asked for an order beside paying it. */
export type OrderWish = 'cancel' | 'receive' | 'refund'

/** The caller's orders. */
export class OrdersStore {
  readonly seen: Seen<OutputOf<'orders.see'>>
  private readonly lists = observable.map<OrdersTab, Loaded<OrdersPage>>({}, { deep: false })
  /** How the cashier was left the last time, so that the order page can say it. */
  private readonly payings = observable.map<string, Paying>({}, { deep: false })
  /** The order whose payment or wish is under way: its buttons wait. */
  busyWith: string | undefined = undefined
  readingMore = false
  private readonly wishes = new Wishes()

  constructor(
    private readonly call: Call,
    private readonly cashier: (payment: PaymentParams) => Promise<PayOutcome>,
  ) {
    this.seen = new Seen(async (orderId) =>
      isId(orderId) ? call('orders.see', { orderId: orderId as OrderId }) : fail('order_unknown'),
    )
    makeAutoObservable<this, 'call' | 'cashier' | 'lists' | 'payings' | 'wishes'>(
      this,
      { call: false, cashier: false, seen: false, lists: false, payings: false, wishes: false },
      { autoBind: true },
    )
  }

  list(tab: OrdersTab): Loaded<OrdersPage> {
    return this.lists.get(tab) ?? unloaded
  }

  /** Reads a tab from its newest order. */
  async loadList(tab: OrdersTab): Promise<void> {
    this.setList(tab, reloading(this.list(tab)))
    this.setList(tab, settled(this.list(tab), await this.call('orders.list', ofTab[tab])))
  }

  /** Reads on where the tab ends. */
  async readMore(tab: OrdersTab): Promise<void> {
    const page = this.list(tab).value
    const last = page?.orders[page.orders.length - 1]
    if (!page?.more || !last || this.readingMore) return
    this.setReadingMore(true)
    const answer = await this.call('orders.list', { ...ofTab[tab], before: last.placedAt })
    this.setReadingMore(false)
    if (hasFailed(answer)) return
    const orders = [...page.orders, ...answer.orders]
    this.setList(tab, { state: 'ready', value: { orders, more: answer.more } })
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

  /** Cancels an unpaid order, asks for the money of a paid one, or says that its parcel came. */
  async ask(wish: OrderWish, orderId: OrderId): Promise<Failure | undefined> {
    this.setBusy(orderId)
    const answer = await this.wishes.send(`${wish} ${orderId}`, (requestId) =>
      this.call(`orders.${wish}`, { requestId, orderId }),
    )
    if (hasFailed(answer)) await this.seen.refresh(orderId)
    else this.show(answer.order)
    this.setBusy(undefined)
    return hasFailed(answer) ? answer : undefined
  }

  /** How the cashier of this order was left the last time. */
  paying(orderId: string): Paying | undefined {
    return this.payings.get(orderId)
  }

  /** Shows an order as an answer of the cloud brought it, on its page and in the lists. */
  show(order: OrderView): void {
    const seen = this.seen.of(order._id).value
    if (seen) this.seen.show(order._id, { ...seen, order })
    for (const [tab, { value }] of this.lists) {
      if (!value?.orders.some(({ orderId }) => orderId === order._id)) continue
      const orders = value.orders.map((card) => cardAfter(card, order))
      this.setList(tab, { state: 'ready', value: { ...value, orders } })
    }
  }

  private async openCashier(orderId: OrderId): Promise<Paying> {
    const answer = await this.call('orders.pay', { orderId })
    if (hasFailed(answer)) {
      await this.seen.refresh(orderId)
      return answer
    }
    const outcome = await this.cashier(answer.payment)
    if (outcome !== 'paid') return outcome
    const checked = await this.call('orders.checkPayment', { orderId })
    if (!hasFailed(checked)) this.show(checked.order)
    return 'paid'
  }

  private setList(tab: OrdersTab, page: Loaded<OrdersPage>): void {
    this.lists.set(tab, page)
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

function cardAfter(card: OrderCard, { _id, status, afterSales }: OrderView): OrderCard {
  if (card.orderId !== _id) return card
  return { ...card, status, isAsking: afterSales.some((one) => one.status === 'requested') }
}
