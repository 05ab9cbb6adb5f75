import { makeAutoObservable, observableRef } from 'mobx'
import type { InputOf, OutputOf } from '@domain/api'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { OrderId, StoreId } from '@domain/ids'
import type { Fen } from '@domain/money'
import { MOST_PIECES } from '@domain/orders/order'
import type { Call } from '@/platform/call'
import { newRequestId } from '@/platform/requestId'
import { keep, kept } from '@/platform/storage'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { isUnsure } from './OrdersStore'

type Line = InputOf<'orders.quote'>['lines'][number]

/** To whom the goods are handed over, and where. */
export interface PickUpDraft {
  readonly storeId: string
  readonly name: string
  readonly phone: string
}

/** What is still missing before an order can be placed. */
export type Missing = 'store' | 'name' | 'phone'

/** The price moved between looking and ordering. */
export interface PriceMove {
  readonly beforeFen: Fen
  readonly afterFen: Fen
}

const KEPT_AS = 'jutuan.pick-up'
const emptyDraft: PickUpDraft = { storeId: '', name: '', phone: '' }

/** The purchase that is being put together. */
export class CheckoutStore {
  quote: Loaded<OutputOf<'orders.quote'>> = unloaded
  pickUp: PickUpDraft = emptyDraft
  note = ''
  priceMove: PriceMove | undefined = undefined
  placing = false
  /** Why the last wish was refused, until the basket changes. */
  refusal: Failure | undefined = undefined
  /** Pieces that can be had at the most, as far as is known. */
  most = MOST_PIECES
  private line: Line | undefined = undefined
  private pricing: Promise<void> = Promise.resolve()
  /** Known from placing until the answer is known, so that a repeat is the same wish. */
  private requestId: string | undefined = undefined

  constructor(private readonly call: Call) {
    makeAutoObservable<this, 'call' | 'requestId' | 'line' | 'pricing'>(
      this,
      {
        call: false,
        requestId: false,
        pricing: false,
        line: observableRef,
        quote: observableRef,
        pickUp: observableRef,
        priceMove: observableRef,
        refusal: observableRef,
      },
      { autoBind: true },
    )
  }

  get quantity(): number {
    return this.line?.quantity ?? 1
  }

  get missing(): Missing | undefined {
    const { storeId, name, phone } = this.pickUp
    if (!this.stores.some((store) => store.id === storeId)) return 'store'
    if (name.trim() === '') return 'name'
    return isPhone(phone) ? undefined : 'phone'
  }

  get stores(): OutputOf<'orders.quote'>['stores'] {
    return this.quote.value?.stores ?? []
  }

  /** Begins a new purchase with the name and the store of the last one. */
  async begin(line: Line): Promise<void> {
    this.quote = unloaded
    this.pickUp = keptPickUp()
    this.note = ''
    this.priceMove = undefined
    this.refusal = undefined
    this.most = MOST_PIECES
    this.requestId = undefined
    this.line = line
    await this.reprice()
  }

  /** Asks for the price of the basket as it is now. */
  reprice(): Promise<void> {
    this.pricing = this.askPrice()
    return this.pricing
  }

  private async askPrice(): Promise<void> {
    const { line } = this
    if (!line) return
    this.setQuote(reloading(this.quote))
    const answer = await this.call('orders.quote', { lines: [line] })
    // Of several quotes under way only the one for the present basket counts.
    if (line !== this.line) return
    const left = leftOf(answer)
    if (left > 0 && left < line.quantity) {
      this.takeWhatIsLeft(line, left)
      await this.askPrice()
    } else this.setQuote(settled(this.quote, answer))
  }

  async setQuantity(quantity: number): Promise<void> {
    if (!this.line || quantity < 1 || quantity > this.most) return
    this.line = { ...this.line, quantity }
    this.refusal = undefined
    this.requestId = undefined
    await this.reprice()
  }

  fill(part: Partial<PickUpDraft>): void {
    this.pickUp = { ...this.pickUp, ...part }
    this.requestId = undefined
  }

  setNote(note: string): void {
    this.note = note
    this.requestId = undefined
  }

  /** Places the order at the price that is shown; the answer is the order or why not. */
  async place(): Promise<OrderId | Failure | undefined> {
    // A price that is still being asked for is waited for: only what is shown is ordered.
    await this.pricing
    const { line } = this
    const receipt = this.quote.value?.receipt
    if (!line || !receipt || this.quote.state !== 'ready' || this.placing) return undefined
    this.startPlacing()
    const { storeId, name, phone } = this.pickUp
    this.requestId ??= newRequestId()
    const answer = await this.call('orders.place', {
      requestId: this.requestId,
      lines: [line],
      delivery: { kind: 'pick-up', storeId: storeId as StoreId, name: name.trim(), phone },
      ...(this.note.trim() === '' ? {} : { note: this.note.trim() }),
      payableFen: receipt.payableFen,
    })
    keep(KEPT_AS, this.pickUp)
    if (!hasFailed(answer)) this.requestId = undefined
    else await this.takeRefusal(answer, receipt.payableFen)
    this.setPlacing(false)
    return hasFailed(answer) ? answer : answer.orderId
  }

  /** Goes back to the basket without ordering at the new price. */
  dismissMove(): void {
    this.priceMove = undefined
  }

  /** Says why it was refused; what may have gone through is left as it is, to be asked again. */
  private async takeRefusal(refusal: Failure, seenFen: Fen): Promise<void> {
    this.setRefusal(refusal)
    if (isUnsure(refusal)) return
    this.requestId = undefined
    await this.reprice()
    const afterFen = this.quote.value?.receipt.payableFen
    if (refusal.code !== 'price_changed' || afterFen === undefined || afterFen === seenFen) return
    this.setMove({ beforeFen: seenFen, afterFen })
  }

  /** Fewer are left than were wished for: takes those, and says so. */
  private takeWhatIsLeft(line: Line, left: number): void {
    this.most = left
    this.line = { ...line, quantity: left }
    this.refusal = fail('stock_short', { left })
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

/** How many are left where there are too few. */
function leftOf(answer: unknown): number {
  const isShort = hasFailed(answer) && answer.code === 'stock_short'
  return isShort ? Number(answer.details.left ?? 0) : 0
}

/** Mainland mobile or landline numbers, as the cloud takes them. */
function isPhone(text: string): boolean {
  return /^[0-9][0-9-]{5,19}$/.test(text)
}

/** What was filled in last time on this phone; anything else than that is nothing. */
function keptPickUp(): PickUpDraft {
  const value = kept(KEPT_AS)
  if (typeof value !== 'object' || value === null) return emptyDraft
  const text = (key: keyof PickUpDraft): string => {
    const part: unknown = (value as Readonly<Record<string, unknown>>)[key]
    return typeof part === 'string' ? part : ''
  }
  return { storeId: text('storeId'), name: text('name'), phone: text('phone') }
}
