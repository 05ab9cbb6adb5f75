import type { InputOf } from '@domain/api'
import { hasFailed } from '@domain/failure'
import { MOST_EVENTS, MOST_WAITING, type PhoneEvent } from '@domain/events/event'
import { SECOND } from '@domain/time'
import type { Call } from '@/platform/call'
import { byCloudTime, knowsTime, now } from '@/platform/clock'
import { newRequestId } from '@/platform/requestId'
import { keep, kept } from '@/platform/storage'
import { isUnsure } from './wishes'

const KEPT_AS = 'jutuan.events'

/** How long events are gathered before they are sent. */
const GATHERED_MS = 15 * SECOND

/** How long pages take to say, after the app went to the back, how long they were looked at. */
const LAST_WORDS_MS = 300

/** Events on their way: as long as it is not known whether they came, they stay one batch. */
interface Batch {
  readonly requestId: string
  readonly events: readonly PhoneEvent[]
}

/** An event before it is sent: an early one was noted when the cloud had not told its time yet. */
interface Waiting {
  readonly event: PhoneEvent
  readonly isEarly: boolean
}

const placed = ({ event, isEarly }: Waiting): PhoneEvent =>
  isEarly ? { ...event, at: byCloudTime(event.at) } : event

/** What is noted of how the shop is used, all but when. */
export type Noted = Omit<PhoneEvent, 'at'>

/**
 * What happened on this phone, sent in small batches. Nothing on the screen waits for it or is
 * drawn by it; it waits for a purchase, and for the network, but forgets the oldest beyond a limit.
 */
export class EventsStore {
  private waiting: readonly Waiting[]
  private batch: Batch | undefined
  private isSending = false
  /** Whether the batch was sent before and did not come through. */
  private isLate = false
  private timer: ReturnType<typeof setTimeout> | undefined = undefined

  /** `isBusy` tells whether something is under way that comes first. */
  constructor(
    private readonly call: Call,
    private readonly isBusy: () => boolean,
  ) {
    const left = kept(KEPT_AS)
    this.waiting = isLeft(left) ? left.waiting : []
    this.batch = isLeft(left) ? left.batch : undefined
    if (this.isAnythingLeft()) this.sendLater()
  }

  note(event: Noted): void {
    const one = { event: { ...event, at: now() }, isEarly: !knowsTime() }
    this.waiting = [...this.waiting, one].slice(-MOST_WAITING)
    this.sendLater()
  }

  /**
   * The app goes to the back: what there is stays on the phone, and is sent as soon as the pages
   * have said their last.
   */
  leave(): void {
    this.remember()
    setTimeout(() => {
      this.remember()
      void this.send()
    }, LAST_WORDS_MS)
  }

  /** Sends a batch, unless something comes first; what did not arrive is sent again later. */
  async send(): Promise<void> {
    if (this.isSending || !this.isAnythingLeft()) return
    if (this.isBusy() || !knowsTime()) {
      this.sendLater()
      return
    }
    this.isSending = true
    const batch = this.batch ?? this.nextBatch()
    this.batch = batch
    // Whoever leaves now sends it again as what it is, so that nothing is counted twice.
    this.remember()
    const { requestId, events } = batch
    const answer = await this.call('events.record', { requestId, events: asWished(events) })
    this.isSending = false
    const wasLate = this.isLate
    // What the cloud will never take is not offered again.
    this.isLate = hasFailed(answer) && isUnsure(answer)
    if (!this.isLate) this.batch = undefined
    this.remember()
    // What gathered while there was no network goes after what came through.
    if (wasLate && !this.isLate) await this.send()
    else if (this.isAnythingLeft()) this.sendLater()
  }

  private isAnythingLeft(): boolean {
    return this.batch !== undefined || this.waiting.length > 0
  }

  private nextBatch(): Batch {
    const events = this.waiting.slice(0, MOST_EVENTS).map(placed)
    this.waiting = this.waiting.slice(MOST_EVENTS)
    return { requestId: newRequestId(), events }
  }

  private sendLater(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      void this.send()
    }, GATHERED_MS)
  }

  private remember(): void {
    keep(KEPT_AS, { batch: this.batch, waiting: this.waiting })
  }
}

/** What an event is about is an id of some kind; the cloud asks for no more than that. */
const asWished = (events: readonly PhoneEvent[]) =>
  [...events] as InputOf<'events.record'>['events']

type Left = { readonly batch?: Batch; readonly waiting: readonly Waiting[] }

/** An older version of the app may have kept something else. */
const isLeft = (value: unknown): value is Left =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Left>).waiting)
