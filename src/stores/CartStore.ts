import { makeAutoObservable, observableRef } from 'mobx'
import type { CartLine, CartView } from '@domain/cart/contract'
import { piecesIn, type Wanted } from '@domain/cart/cart'
import { hasFailed, type Failure } from '@domain/failure'
import { MOST_LINES } from '@domain/orders/order'
import { quote, type Receipt } from '@domain/orders/receipt'
import type { Call } from '@/platform/call'
import { now } from '@/platform/clock'
import { openTab } from '@/platform/go'
import { keep, kept } from '@/platform/storage'
import { CountsUnderway } from './CountsUnderway'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Wishes } from './wishes'

const KEPT_AS = 'jutuan.cart-left-out'

/** The cart: what is in it, what of it is chosen, and what that comes to. */
export class CartStore {
  view: Loaded<CartView> = unloaded
  /** Pieces in the cart, for the number on its tab. */
  pieces = 0
  /** SKUs that are not to be ordered now; what comes new into the cart is. */
  private leftOut: ReadonlySet<string> = new Set(keptIds())
  private readonly wishes = new Wishes()
  /** Counts that were changed here and that the cloud has not confirmed yet. */
  private readonly counts: CountsUnderway

  constructor(private readonly call: Call) {
    this.counts = new CountsUnderway(
      (lines) => this.call('cart.set', { lines }),
      (answer) => {
        this.learn(answer)
      },
    )
    makeAutoObservable<this, 'call' | 'wishes' | 'counts' | 'leftOut'>(
      this,
      { call: false, wishes: false, counts: false, view: observableRef, leftOut: observableRef },
      { autoBind: true },
    )
  }

  /** The lines with the counts as they were wished last, newest first. */
  get lines(): readonly CartLine[] {
    const lines = this.view.value?.lines ?? []
    return lines.map((line) => counted(line, this.counts.of(line))).filter(isThere)
  }

  /** What can be ordered as it is. */
  get orderable(): readonly CartLine[] {
    return this.lines.filter(({ trouble }) => trouble === null)
  }

  /** What can't be ordered as it is. */
  get troubled(): readonly CartLine[] {
    return this.lines.filter(({ trouble }) => trouble !== null)
  }

  /** What is to be ordered. */
  get chosen(): readonly CartLine[] {
    return this.orderable.filter(({ skuId }) => !this.leftOut.has(skuId))
  }

  get areAllChosen(): boolean {
    return this.orderable.length > 0 && this.chosen.length === this.orderable.length
  }

  /** Whether more kinds are chosen than one order takes. */
  get isTooMuch(): boolean {
    return this.chosen.length > MOST_LINES
  }

  /** What the chosen lines come to, before freight, by the rule that orders are priced by. */
  get receipt(): Receipt | undefined {
    const context = this.view.value?.context
    const basket = this.chosen.flatMap(({ line }) => line ?? [])
    if (!context || basket.length === 0) return undefined
    return quote(basket, { ...context, delivery: 'pick-up', now: now() })
  }

  isChosen({ skuId }: Pick<CartLine, 'skuId'>): boolean {
    return !this.leftOut.has(skuId)
  }

  async load(): Promise<void> {
    await this.counts.settle()
    this.show(reloading(this.view))
    const { lastChange } = this.counts
    this.show(settled(this.view, await this.call('cart.see', {})), lastChange)
  }

  /** Learns how many pieces are in the cart, if that is not known yet. */
  async loadPieces(): Promise<void> {
    if (this.view === unloaded) await this.load()
  }

  /** Adds pieces to the cart; answers why not. */
  async add(lines: readonly Wanted[]): Promise<Failure | undefined> {
    const wish = JSON.stringify(lines)
    const answer = await this.wishes.send(wish, (requestId) =>
      this.call('cart.add', { requestId, lines: [...lines] }),
    )
    if (hasFailed(answer)) return answer
    this.choose(lines, true)
    this.setPieces(answer.pieces)
    return undefined
  }

  /** Buys something again: adds it, and goes to the cart with nothing else chosen. */
  async addAll(lines: readonly Wanted[]): Promise<Failure | undefined> {
    const refusal = await this.add(lines)
    if (refusal) return refusal
    await this.load()
    const wanted = new Set<string>(lines.map(({ skuId }) => skuId))
    this.leaveOut(this.lines.map(({ skuId }) => skuId).filter((skuId) => !wanted.has(skuId)))
    openTab('cart')
    return undefined
  }

  /** Shows another count at once, and tells the cloud as soon as the fingers rest. */
  setQuantity(line: Wanted, quantity: number): void {
    this.setPieces(this.pieces + quantity - line.quantity)
    this.counts.wish(line, quantity)
  }

  /** Takes lines out of the cart. */
  async remove(lines: readonly Wanted[]): Promise<void> {
    for (const line of lines) this.setQuantity(line, 0)
    await this.counts.settle()
  }

  /** Chooses lines to be ordered, or leaves them out. */
  choose(lines: readonly Pick<Wanted, 'skuId'>[], chosen: boolean): void {
    const ids = new Set<string>(lines.map(({ skuId }) => skuId))
    const others = [...this.leftOut].filter((skuId) => !ids.has(skuId))
    this.leaveOut(chosen ? others : [...others, ...ids])
  }

  /** Why the last count was not taken, until it was told. */
  get refusal(): Failure | undefined {
    return this.counts.refusal
  }

  /** It was told. */
  dismissRefusal(): void {
    this.counts.dismissRefusal()
  }

  private leaveOut(skuIds: readonly string[]): void {
    this.leftOut = new Set(skuIds)
    keep(KEPT_AS, skuIds)
  }

  private learn(answer: { readonly pieces: number } | Failure): void {
    this.setPieces(hasFailed(answer) ? piecesIn(this.lines) : answer.pieces)
  }

  private setPieces(pieces: number): void {
    this.pieces = pieces
  }

  /** Shows the cart; where it was told anew, in place of what was changed here until then. */
  private show(view: Loaded<CartView>, lastChange = 0): void {
    this.view = view
    if (view.state !== 'ready') return
    this.counts.forget(lastChange)
    this.pieces = piecesIn(this.lines)
  }
}

/** A line with another count; what too many are is told by what is left. */
function counted(kept: CartLine, quantity: number): CartLine {
  if (quantity === kept.quantity) return kept
  const { line, left, trouble } = kept
  const isGone = trouble !== null && trouble.kind !== 'short'
  const short = quantity > left ? ({ kind: 'short', left } as const) : null
  return {
    ...kept,
    quantity,
    line: line && { ...line, quantity },
    trouble: isGone ? trouble : short,
  }
}

const isThere = ({ quantity }: CartLine): boolean => quantity > 0

/** What was kept on this phone; anything else than ids is nothing. */
function keptIds(): readonly string[] {
  const value = kept(KEPT_AS)
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
