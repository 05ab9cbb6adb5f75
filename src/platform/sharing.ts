/** What friends get to see. */
export interface Shared {
  readonly title: string
  /** An address as `addressOf` makes it. */
  readonly address: string
  readonly picture?: string
}

/** What a `Button` needs to share: in WeChat its open type, in a browser a tap. */
export interface Sharing {
  readonly openType?: 'share'
  readonly onTap?: () => void
}
