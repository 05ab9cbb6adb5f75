import { makeAutoObservable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { hasFailed, type Failure } from '@domain/failure'
import type { CouponId, LiveId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { DeliveryKind } from '@domain/orders/delivery'
import { MOST_PIECES } from '@domain/orders/order'
import type { Receipt } from '@domain/orders/receipt'
import { priceWith, type SavedPrice, type Savings } from '@domain/orders/savings'
import type { Call } from '@/platform/call'
import { now } from '@/platform/clock'
import { newRequestId } from '@/platform/requestId'
import {
  deliveryWish,
  emptyDelivery,
  keepDelivery,
  keptDelivery,
  missingOf,
  type DeliveryDraft,
  type Missing,
} from './deliveryDraft'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { isUnsure } from './wishes'

/** A line of the purchase, as the cloud takes it. */
export type WantedLine = InputOf<'orders.quote'>['lines'][number]

/** The price moved between looking and ordering. */
export interface PriceMove {
  readonly beforeFen: Fen
  readonly afterFen: Fen
}

/** The coupon that makes it cheapest, and no points unless they are wished for. */
const proposed: Savings = { couponId: undefined, points: false }

/** The purchase that is being put together: one product, or what was chosen of the cart. */
export class CheckoutStore {
  quote: Loaded<OutputOf<'orders.quote'>> = unloaded
  delivery: DeliveryDraft = emptyDelivery
  /** What brings the sum down, as far as the shopper has a say in it. */
  savings: Savings = proposed
  note = ''
  priceMove: PriceMove | undefined = undefined
  placing = false
  /** Why the last wish was refused, until the basket changes. */
  refusal: Failure | undefined = undefined
  /** Pieces that can be had at the most, as far as is known. */
  most = MOST_PIECES
  private lines: readonly WantedLine[] = []
  /** The live session from whose room it is bought. */
  private liveId: LiveId | undefined = undefined
  /** What the purchase began with. */
  private begunWith: readonly WantedLine[] = []
  private pricing: Promise<void> = Promise.resolve()
  /** Known from placing until the answer is known, so that a repeat is the same wish. */
  private requestId: string | undefined = undefined

  constructor(private readonly call: Call) {
    makeAutoObservable<this, 'call' | 'requestId' | 'lines' | 'liveId' | 'begunWith' | 'pricing'>(
      this,
      {
        call: false,
        requestId: false,
        liveId: false,
        pricing: false,
        lines: observableRef,
        begunWith: observableRef,
        quote: observableRef,
        delivery: observableRef,
        savings: observableRef,
        priceMove: observableRef,
        refusal: observableRef,
      },
      { autoBind: true },
    )
  }

  /** The count of a purchase of one product; that of many is changed in the cart. */
  get quantity(): number | undefined {
    return this.lines.length === 1 ? this.lines[0]?.quantity : undefined
  }

  get missing(): Missing | undefined {
    return missingOf(this.delivery, this.stores)
  }

  get stores(): OutputOf<'orders.quote'>['stores'] {
    return this.quote.value?.stores ?? []
  }

  /** What is paid with the goods brought home. */
  get byCourier(): SavedPrice | undefined {
    return this.priceFor('courier')
  }

  /** What is paid with the goods picked up. */
  get byPickUp(): SavedPrice | undefined {
    return this.priceFor('pick-up')
  }

  /** What is paid the way that is chosen, and what may be chosen to bring it down. */
  get price(): SavedPrice | undefined {
    return this.delivery.kind === 'courier' ? this.byCourier : this.byPickUp
  }

  get receipt(): Receipt | undefined {
    return this.price?.receipt
  }

  /** Begins a new purchase with the delivery of the last one. */
  async begin(lines: readonly WantedLine[], liveId?: LiveId): Promise<void> {
    this.quote = unloaded
    this.delivery = keptDelivery()
    this.savings = proposed
    this.note = ''
    this.priceMove = undefined
    this.refusal = undefined
    this.most = MOST_PIECES
    this.requestId = undefined
    this.lines = lines
    this.liveId = liveId
    this.begunWith = lines
    await this.reprice()
  }

  /** Whether this is the purchase that began with these lines, and not the one before. */
  isOf(lines: readonly WantedLine[]): boolean {
    return this.begunWith === lines
  }

  /** Asks for the price of the basket as it is now. */
  reprice(): Promise<void> {
    this.pricing = this.askPrice()
    return this.pricing
  }

  async setQuantity(quantity: number): Promise<void> {
    const [line] = this.lines
    if (!line || this.quantity === undefined || quantity < 1 || quantity > this.most) return
    this.lines = [{ ...line, quantity }]
    this.refusal = undefined
    this.requestId = undefined
    await this.reprice()
  }

  fill(part: Partial<DeliveryDraft>): void {
    this.delivery = { ...this.delivery, ...part }
    this.requestId = undefined
  }

  /** Takes a coupon, or none. */
  chooseCoupon(couponId: CouponId | null): void {
    this.savings = { ...this.savings, couponId }
    this.requestId = undefined
  }

  /** Uses points, or keeps them. */
  togglePoints(): void {
    this.savings = { ...this.savings, points: !this.savings.points }
    this.requestId = undefined
  }

  setNote(note: string): void {
    this.note = note
    this.requestId = undefined
  }

  /** Places the order at the price that is shown; the answer is the order or why not. */
  async place(): Promise<OutputOf<'orders.place'> | Failure | undefined> {
    // A price that is still being asked for is waited for: only what is shown is ordered.
    await this.pricing
    const { lines, price, delivery } = this
    if (!price || this.quote.state !== 'ready' || this.placing) return undefined
    this.startPlacing()
    this.requestId ??= newRequestId()
    const answer = await this.call('orders.place', {
      requestId: this.requestId,
      lines: [...lines],
      delivery: deliveryWish(delivery),
      ...(this.note.trim() === '' ? {} : { note: this.note.trim() }),
      couponId: price.couponId,
      spendPoints: price.spentPoints,
      ...(this.liveId === undefined ? {} : { liveId: this.liveId }),
      payableFen: price.receipt.payableFen,
    })
    keepDelivery(delivery)
    if (!hasFailed(answer)) this.requestId = undefined
    else await this.takeRefusal(answer, price.receipt.payableFen)
    this.setPlacing(false)
    return answer
  }

  /** Goes back to the basket without ordering at the new price. */
  dismissMove(): void {
    this.priceMove = undefined
  }

  private async askPrice(): Promise<void> {
    const { lines } = this
    if (lines.length === 0) return
    this.setQuote(reloading(this.quote))
    const delivery = this.delivery.kind
    const answer = await this.call('orders.quote', { lines: [...lines], delivery })
    // Of several quotes under way only the one for the present basket counts.
    if (lines !== this.lines) return
    const [line, ...others] = lines
    if (line && others.length === 0 && isShort(answer, line)) {
      this.takeWhatIsLeft(line, answer)
      await this.askPrice()
    } else this.setQuote(settled(this.quote, answer))
  }

  /** The price by the rule that the cloud charges by, so that nothing has to be asked. */
  private priceFor(delivery: DeliveryKind): SavedPrice | undefined {
    const { value } = this.quote
    if (!value) return undefined
    const { receipt, context } = value
    return priceWith(receipt.lines, { ...context, delivery, now: now() }, this.savings)
  }

  /** Says why it was refused; what may have gone through is left as it is, to be asked again. */
  private async takeRefusal(refusal: Failure, seenFen: Fen): Promise<void> {
    this.setRefusal(refusal)
    if (isUnsure(refusal)) return
    this.requestId = undefined
    await this.reprice()
    const afterFen = this.receipt?.payableFen
    if (refusal.code !== 'price_changed' || afterFen === undefined || afterFen === seenFen) return
    this.setMove({ beforeFen: seenFen, afterFen })
  }

  /** Fewer are left than were wished for: takes those, and says so. */
  private takeWhatIsLeft(line: WantedLine, shortage: Failure): void {
    const left = leftOf(shortage)
    this.most = left
    this.lines = [{ ...line, quantity: left }]
    this.refusal = shortage
  }

  private setRefusal(refusal: Failure): void {
    this.refusal = refusal
  }

  private setQuote(quote: Loaded<OutputOf<'orders.quote'>>): void {
    this.quote = quote
  }

  private setMove(move: PriceMove): void {
    this.priceMove = move
  }

  private startPlacing(): void {
    this.placing = true
    this.refusal = undefined
    this.priceMove = undefined
  }

  private setPlacing(placing: boolean): void {
    this.placing = placing
  }
}

/** Whether there are some pieces, and fewer than a line asks for. */
function isShort(answer: unknown, { quantity }: WantedLine): answer is Failure<'stock_short'> {
  if (!hasFailed(answer) || answer.code !== 'stock_short') return false
  const left = leftOf(answer)
  return left > 0 && left < quantity
}

const leftOf = ({ details }: Failure): number => Number(details.left ?? 0)
