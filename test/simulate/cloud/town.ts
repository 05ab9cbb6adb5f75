/** What a street of shoppers stands in: a whole shop in a cloud, real or fast. */
import type { FaultPlan } from '../../../emulator/faults/rates'
import type { Books } from '../auditor/books'

/** An answer as the phone gets it. */
export type Answer =
  | { readonly result: unknown; readonly now?: number }
  | { readonly error: { readonly code: string; readonly details?: Record<string, unknown> } }

/** What becomes of a payment at the cashier. */
export interface Decision {
  readonly outcome: 'success' | 'fail'
  readonly notify?: 'once' | 'twice' | 'late' | 'never'
}

/** What becomes of a transfer that waits for its receiver. */
export type TransferEnd = 'confirm' | 'fail'

/** How refunds go at the gateway. */
export type RefundMood = 'succeed' | 'fail' | 'hold'

/** The timer comes by at most so often while the clock is moved once: quiet days are cheap. */
export const TICKS = 20

/** A town is opened for one history and closed after it. */
export interface Town {
  /** Calls an action of a deployed function as a person. Never rejects. */
  call(openid: string, functionName: string, event: object): Promise<Answer>
  /** Decides a payment; what was never opened, or is closed or paid, stays as it is. */
  pay(orderId: string, decision: Decision): Promise<void>
  /** Ends the transfers that wait for somebody to confirm them. */
  endTransfers(openid: string, end: TransferEnd): Promise<void>
  /** Lets WeChat send somebody these messages without end; the shop counts by itself. */
  allowMessages(openid: string, templateIds: readonly string[]): Promise<void>
  /** Puts a document where it belongs, as only the shop's owner can. */
  put(collection: string, document: { readonly _id: string }): Promise<void>
  /** Lets time pass up to an instant, with all that is due on the way. */
  moveTo(instant: number): Promise<void>
  /** From now on these faults happen. */
  suffer(plan: FaultPlan): Promise<void>
  /** How often each fault happened since `suffer`. */
  hits(): Promise<Readonly<Record<string, number>>>
  /** From now on refunds go like this. */
  refunds(mood: RefundMood): Promise<void>
  /** Everything that is written down, in the shop and at WeChat Pay. */
  books(): Promise<Books>
  close(): Promise<void>
}

/** How a town is opened. */
export interface Opening {
  /** When its clock begins; it stands still until it is moved. */
  readonly at: number
  /** Called after every hour that passes, where the town can tell. */
  readonly everyHour?: (books: Books) => void
}
