/** What the interfaces of `wx` and the built-in components need of the phone they run on. */
import type { PhoneClock } from './clock'
import type { Dialogs } from './dialogs'
import type { Files } from './files'
import type { Network } from './network'
import type { MiniProgram } from './package'
import type { Page } from './page'
import type { PageStack } from './page-stack'
import type { Screen } from './screen'

/** A payment that the cashier shows, as the local cloud lists it. */
export interface Payment {
  readonly outTradeNo: string
  readonly prepayId: string
  readonly body: string
  readonly totalFee: number
}

/** When the payment notice reaches the shop. */
export type Notice = 'once' | 'twice' | 'late' | 'never'

/** What the person does at the cashier; a plain word means that the notice comes once. */
export type Decision = 'pay' | 'refuse' | 'leave'

/** Decides in the person's place. */
export type Cashier = (
  payment: Payment,
) => Decision | { readonly decision: Decision; readonly notify: Notice }

/**
 * Pays by other means than a `Cashier`: the browser's cashier sheet. Answers as WeChat's web
 * bridge.
 */
export type CashierSheet = (prepayId: string) => Promise<'ok' | 'cancel' | 'fail'>

/** How the mini-program was opened. */
export interface Launch {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
  readonly referrerInfo: object
}

/** What was shared, as the page described it. */
export interface Share {
  readonly from: 'menu' | 'button'
  readonly title: string
  readonly path: string
  readonly imageUrl?: string
}

/** One call of a `wx` interface. */
export interface ApiCall {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
}

/** Functions told when the app comes to the front or goes to the back. */
export type Listeners = Readonly<Record<AppEvent, Set<(detail: unknown) => void>>>

/** What `wx.on…` can be told. */
export type AppEvent = 'AppShow' | 'AppHide' | 'Error' | 'UnhandledRejection' | 'PageNotFound'

/** The phone, seen from inside. */
export interface Device {
  readonly openid: string
  readonly program: MiniProgram
  readonly clock: PhoneClock
  readonly screen: Screen
  readonly dialogs: Dialogs
  readonly network: Network
  readonly files: Files
  readonly stack: PageStack
  readonly storage: Map<string, string>
  readonly launch: Launch
  readonly enter: Launch
  readonly calls: ApiCall[]
  readonly listeners: Listeners
  readonly cashier: Cashier | undefined
  readonly cashierSheet: CashierSheet | undefined
  /** Whether the person says yes when asked for subscribe messages and for permissions. */
  consents(question: string): boolean | Promise<boolean>
  /** True shortly after a tap or a payment: WeChat allows some interfaces only then. */
  readonly wasTouched: boolean
  touched(): void
  redraw(page: Page): void
  /** Told when a picture was saved to the album; a browser downloads it. */
  readonly saved: ((url: string) => void) | undefined
  share(from: 'menu' | 'button', target?: unknown): Promise<Share>
}
