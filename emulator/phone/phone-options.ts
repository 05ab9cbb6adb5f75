/** What a phone is made of, and how a mini-program is opened on it. */
import type { Templates } from './component-library'
import type { Cashier, CashierSheet, Choices, Compression, Share } from './device'
import type { ReadFile } from './package'

/** What a phone is made of. */
export interface PhoneOptions {
  /** An empty element that becomes the phone. */
  readonly root: HTMLElement
  readonly read: ReadFile
  readonly templates: Templates
  /** Whose phone it is; the local cloud takes it for granted. */
  readonly openid: string
  /** Address of the local cloud without a slash at the end. */
  readonly cloud: string
  readonly fetch: typeof globalThis.fetch
  /** Where the package's own pictures are served. */
  readonly packageUrl?: string
  /** Puts the package's styles on the screen; jsdom does not need them. */
  readonly styles?: boolean
  readonly cashier?: Cashier
  readonly cashierSheet?: CashierSheet
  /** Whether the privacy guidelines were agreed to before; they were unless told otherwise. */
  readonly hasAgreed?: boolean
  readonly consents?: (question: string) => boolean | Promise<boolean>
  readonly pick?: (count: number) => Promise<string[]>
  readonly choices?: Choices
  readonly compress?: (picture: string, how: Compression) => Promise<string>
  readonly saved?: (url: string) => void
  readonly sent?: (name: string, text: string) => void
  readonly shared?: (share: Share) => void
  readonly storage?: Map<string, string>
}

/** How to open the mini-program. */
export interface Opening {
  readonly path?: string
  /** As in a link, `id=1&from=card`, or already taken apart. */
  readonly query?: string | Readonly<Record<string, string>>
  readonly scene?: number
}
