/** What the interfaces of `wx` and the built-in components need of the phone they run on. */
import type { Address } from './address-book'
import type { PhoneClock } from './clock'
import type { Dialogs } from './dialogs'
import type { Files } from './files'
import type { Network } from './network'
import type { MiniProgram } from './package'
import type { Page } from './page'
import type { PageStack } from './page-stack'
import type { Viewer } from './preview'
import type { Privacy } from './privacy'
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

/** Money that a merchant sends to the person, as the local cloud lists it. */
export interface Transfer {
  readonly outBillNo: string
  readonly amount: number
  readonly remark: string
}

/** How a picture is made smaller. */
export interface Compression {
  /** From 0 to 100. */
  readonly quality: number
  readonly width: number | undefined
  readonly height: number | undefined
}

/** What the person does where WeChat opens a sheet of its own; a browser asks, a test decides. */
export interface Choices {
  /** Of the address book; undefined is 取消. Whoever decides nothing takes the first. */
  readonly address?: (
    book: readonly Address[],
  ) => Address | undefined | Promise<Address | undefined>
  /** The text of the code before the camera; undefined when the person goes back. */
  readonly camera?: () => string | undefined | Promise<string | undefined>
  /** Whether they confirm that they take the money; whoever decides nothing leaves. */
  readonly collect?: (transfer: Transfer) => boolean | Promise<boolean>
}

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
  readonly viewer: Viewer
  readonly network: Network
  readonly files: Files
  readonly privacy: Privacy
  readonly stack: PageStack
  readonly storage: Map<string, string>
  readonly launch: Launch
  readonly enter: Launch
  readonly calls: ApiCall[]
  readonly listeners: Listeners
  readonly cashier: Cashier | undefined
  readonly cashierSheet: CashierSheet | undefined
  readonly choices: Choices
  /** Whether the person says yes when asked for subscribe messages and for permissions. */
  consents(question: string): boolean | Promise<boolean>
  /** True shortly after a tap or a payment: WeChat allows some interfaces only then. */
  readonly wasTouched: boolean
  touched(): void
  redraw(page: Page): void
  /** Makes a picture (a data URL) smaller; where nothing can draw it stays as it is. */
  readonly compress: ((picture: string, how: Compression) => Promise<string>) | undefined
  /** Told when a picture was saved to the album; a browser downloads it. */
  readonly saved: ((url: string) => void) | undefined
  /** Told when a file was sent to a chat; a browser downloads it. */
  readonly sent: ((name: string, text: string) => void) | undefined
  share(from: 'menu' | 'button', target?: unknown): Promise<Share>
}
