import { makeAutoObservable } from 'mobx'
import {
  MOST_PICTURES,
  piecesLeft,
  previewBack,
  type AfterSaleReason,
  type AskedPieces,
} from '@domain/aftersale/afterSale'
import { hasFailed, type Failure } from '@domain/failure'
import type { FileId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { OrderView } from '@domain/orders/contract'
import { previewPointsBack } from '@domain/points/dues'
import type { Call } from '@/platform/call'
import type { OrdersStore } from './OrdersStore'
import { Wishes } from './wishes'

/** Where pictures come from and go to. */
export interface Album {
  /** Lets the shopper choose or take some; none when they thought better of it. */
  readonly choose: (most: number) => Promise<readonly string[]>
  readonly upload: (path: string) => Promise<FileId | Failure>
}

/** A picture of a request, as it lies on this phone and, when it was sent, in the cloud. */
export interface RequestPicture {
  readonly path: string
  readonly state: 'sending' | 'sent' | 'failed'
  readonly fileId: FileId | undefined
}

/** What a request still needs before it can be sent. */
export type RequestNeed = 'pieces' | 'reason' | 'pictures'

/** The request for money back that is being written, and what becomes of those that were sent. */
export class AfterSaleStore {
  private orderId: string | undefined = undefined
  /** Pieces to give back, by the line's place on the receipt. */
  private counts: Readonly<Record<number, number>> = {}
  reason: AfterSaleReason | undefined = undefined
  words = ''
  pictures: readonly RequestPicture[] = []
  busy = false
  private readonly wishes = new Wishes()

  constructor(
    private readonly call: Call,
    private readonly album: Album,
    private readonly orders: Pick<OrdersStore, 'show' | 'seen'>,
  ) {
    makeAutoObservable<this, 'call' | 'album' | 'orders' | 'wishes'>(
      this,
      { call: false, album: false, orders: false, wishes: false },
      { autoBind: true },
    )
  }

  /** Opens a request for an order; what was begun for the same one is still there. */
  begin(orderId: string): void {
    if (this.orderId === orderId) return
    this.orderId = orderId
    this.clear()
  }

  countOf(order: OrderView, line: number): number {
    return Math.min(this.counts[line] ?? 0, piecesLeft(order, line))
  }

  setCount(line: number, count: number): void {
    this.counts = { ...this.counts, [line]: count }
  }

  setReason(reason: AfterSaleReason): void {
    this.reason = reason
  }

  setWords(words: string): void {
    this.words = words
  }

  /** What is asked back, line by line. */
  piecesOf(order: OrderView): readonly AskedPieces[] {
    return order.receipt.lines
      .map((_, line) => ({ line, quantity: this.countOf(order, line) }))
      .filter(({ quantity }) => quantity > 0)
  }

  /** The sum that comes back, by the rule that the cloud grants it by. */
  backFen(order: OrderView): Fen {
    return previewBack(order, this.piecesOf(order))
  }

  /** The points that come back beside it. */
  backPoints(order: OrderView): number {
    return previewPointsBack(order, this.piecesOf(order))
  }

  /** What is missing; undefined when the request can be sent. */
  needOf(order: OrderView): RequestNeed | undefined {
    if (this.piecesOf(order).length === 0) return 'pieces'
    if (this.reason === undefined) return 'reason'
    return this.pictures.every(({ state }) => state === 'sent') ? undefined : 'pictures'
  }

  /** Lets pictures be chosen and sends them at once. */
  async addPictures(): Promise<void> {
    const paths = await this.album.choose(MOST_PICTURES - this.pictures.length)
    const room = MOST_PICTURES - this.pictures.length
    const fresh = paths.filter((path) => !this.pictures.some((picture) => picture.path === path))
    for (const path of fresh.slice(0, room)) this.putPicture(path, 'sending')
    for (const path of fresh.slice(0, room)) await this.sendPicture(path)
  }

  /** Sends a picture again that did not get through. */
  async sendPicture(path: string): Promise<void> {
    this.putPicture(path, 'sending')
    const fileId = await this.album.upload(path)
    // Taken off while it was on its way.
    if (!this.pictures.some((picture) => picture.path === path)) return
    if (hasFailed(fileId)) this.putPicture(path, 'failed')
    else this.putPicture(path, 'sent', fileId)
  }

  removePicture(path: string): void {
    this.pictures = this.pictures.filter((picture) => picture.path !== path)
  }

  /** Sends the request. */
  async request(order: OrderView): Promise<Failure | undefined> {
    const { reason, words } = this
    if (!reason) return undefined
    const pictures = this.pictures.flatMap(({ fileId }) => (fileId ? [fileId] : []))
    const wish = { orderId: order._id, pieces: [...this.piecesOf(order)], reason, words, pictures }
    const refusal = await this.ask(order, () =>
      this.wishes.send(JSON.stringify(wish), (requestId) =>
        this.call('aftersale.request', { requestId, ...wish }),
      ),
    )
    if (!refusal) this.clear()
    return refusal
  }

  /** Takes a request back that was not answered yet. */
  withdraw(order: OrderView, no: number): Promise<Failure | undefined> {
    const { _id: orderId } = order
    return this.ask(order, () =>
      this.wishes.send(`withdraw ${orderId} ${no}`, (requestId) =>
        this.call('aftersale.withdraw', { requestId, orderId, no }),
      ),
    )
  }

  private async ask(
    { _id }: OrderView,
    send: () => Promise<{ readonly order: OrderView } | Failure>,
  ): Promise<Failure | undefined> {
    this.setBusy(true)
    const answer = await send()
    if (hasFailed(answer)) await this.orders.seen.refresh(_id)
    else this.orders.show(answer.order)
    this.setBusy(false)
    return hasFailed(answer) ? answer : undefined
  }

  private putPicture(path: string, state: RequestPicture['state'], fileId?: FileId): void {
    const picture: RequestPicture = { path, state, fileId }
    const known = this.pictures.some((one) => one.path === path)
    this.pictures = known
      ? this.pictures.map((one) => (one.path === path ? picture : one))
      : [...this.pictures, picture]
  }

  private setBusy(busy: boolean): void {
    this.busy = busy
  }

  private clear(): void {
    this.counts = {}
    this.reason = undefined
    this.words = ''
    this.pictures = []
  }
}
