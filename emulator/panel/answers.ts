/** What the control API tells the panel, as it comes over the wire. Instants are milliseconds. */

/** Somebody one can shop as. */
export interface Person {
  readonly openid: string
  readonly nickname: string
  /** Runs the shop. */
  readonly operator?: boolean
}

/** What the cloud's clock shows. */
export interface ClockFace {
  readonly now: number
  readonly frozen?: boolean
}

/** One run of a timer trigger while the clock was moved. */
export interface Tick {
  readonly function: string
  readonly trigger: string
  readonly at: number
  readonly ok: boolean
}

/** Where a payment stands, in WeChat Pay's words. */
export type PaymentState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND' | 'PAYERROR'
/** How WeChat Pay tells the shop of a payment. */
export type NotifyMode = 'once' | 'twice' | 'late' | 'never'

/** One delivery made (`at`), or the one still to come (`due`). */
export interface Notice {
  readonly at?: number
  readonly due?: number
  readonly acknowledged: boolean
  readonly error?: string
}

/** One payment that the shop asked for. */
export interface Payment {
  readonly outTradeNo: string
  readonly prepayId: string
  readonly transactionId?: string
  readonly openid: string
  readonly body: string
  /** Fen. */
  readonly totalFee: number
  readonly refundedFee?: number
  readonly state: PaymentState
  readonly createdAt: number
  readonly paidAt?: number
  readonly notices: readonly Notice[]
}

/** Where a refund stands; accepted is not succeeded. */
export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

/** One refund that the shop asked for. */
export interface Refund {
  readonly outRefundNo: string
  readonly outTradeNo: string
  /** Fen. */
  readonly refundFee: number
  readonly totalFee: number
  readonly state: RefundState
  readonly reason?: string
  readonly createdAt: number
  readonly finishedAt?: number
  /** When it ends by itself; without it somebody has to decide. */
  readonly endsAt?: number
  readonly notices: readonly Notice[]
}

/** Where a transfer to somebody stands. */
export type TransferState = 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL'

/** One transfer that the shop asked for (商家转账). */
export interface Transfer {
  readonly outBillNo: string
  readonly transferBillNo: string
  readonly openid: string
  /** Fen. */
  readonly amount: number
  readonly remark: string
  readonly reports: Readonly<Record<string, string>>
  readonly state: TransferState
  readonly failReason?: string
  readonly createdAt: number
  readonly confirmBefore: number
}

/** Where an account's stream on 视频号 stands. */
export type StreamState = 'never' | 'live' | 'ended'

/** An account of 视频号 that somebody asked about. */
export interface ChannelsAccount {
  readonly finderUserName: string
  readonly nickname: string
  readonly stream: StreamState
  readonly description: string
  readonly notice: {
    readonly noticeId: string
    readonly state: 'usable' | 'cancelled' | 'used'
    readonly startsAt: number
  } | null
  readonly reservedBy: readonly string[]
}

/** How WeChat Pay treats refunds and transfers by default. */
export interface Settings {
  readonly refunds: 'succeed' | 'hold' | 'fail'
  readonly refundSeconds: number
  readonly transfers: 'accept' | 'refuse'
}

/** A subscribe message that reached somebody. */
export interface Message {
  readonly _id: string
  readonly at: number
  readonly openid: string
  readonly templateId: string
  readonly page?: string
  readonly data: Readonly<Record<string, { readonly value: string | number }>>
}

/** How many more messages of a template somebody allows. */
export interface Consent {
  readonly openid: string
  readonly templateId: string
  readonly count: number
}

/** A collection and how many documents it holds. */
export interface Collection {
  readonly name: string
  readonly count: number
}

/** A document as Extended JSON. */
export type CloudDocument = Readonly<Record<string, unknown>> & { readonly _id: string | number }

/** A file in cloud storage. */
export interface StoredFile {
  readonly path: string
  readonly fileId: string
  readonly bytes: number
  readonly contentType?: string
}

/** One call of an invocation to the cloud. */
export interface LoggedCall {
  readonly action: string
  readonly on?: string
  readonly ms: number
  readonly code?: string
}

/** One invocation of a cloud function. */
export interface LogEntry {
  readonly seq: number
  readonly at: number
  readonly function: string
  readonly action?: string
  readonly openid?: string
  readonly source: string
  readonly ms: number
  readonly calls: readonly LoggedCall[]
  readonly requestBytes: number
  readonly answerBytes: number
  readonly ok: boolean
  readonly error?: string
  readonly lines: readonly string[]
}

/** What goes wrong on purpose, and how often. */
export interface Faults {
  readonly seed: number
  /** From 0, never, to 1, always, by the name of the fault. */
  readonly rates: Readonly<Record<string, number>>
  readonly skewMs: number
  readonly delayMs: number
}

/** Whether the cloud is ready, and of what versions it is made. */
export interface Health {
  readonly ready: boolean
  readonly versions: Readonly<Record<string, string>>
  readonly importing?: unknown
}
