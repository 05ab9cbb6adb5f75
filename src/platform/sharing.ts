/** What friends get to see. */
export interface Shared {
  readonly title: string
  /** An address as `addressOf` makes it. */
  readonly address: string
  readonly picture?: string
}

/** How what is shared is to be found again: the token of a link, by the way that it takes. */
export interface ShareTokens {
  /** For a friend: it may take a moment. */
  readonly chat: () => Promise<string | undefined>
  /** For Moments, which wait for nothing: what is there by now. */
  readonly moments: () => string | undefined
}

/** What a `Button` needs to share: in WeChat its open type, in a browser a tap. */
export interface Sharing {
  readonly openType?: 'share'
  readonly onTap?: () => void
}

/** An address that leaves a touch when it is opened. */
export function linked(address: string, token: string | undefined): string {
  if (token === undefined) return address
  return `${address}${address.includes('?') ? '&' : '?'}link=${token}`
}
