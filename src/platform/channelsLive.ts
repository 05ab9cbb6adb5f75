import type { LiveChannels } from '@domain/live/session'

/** How it went to open something of 视频号: as it was wished, left again, or not at all. */
export type ChannelsOutcome = 'done' | 'left' | 'unavailable'

/** The few things that live sessions want of 视频号. */
export interface ChannelsLive {
  /** Whether it can be opened from here at all. */
  readonly canOpen: boolean
  /** Opens the stream. To be called from a tap; WeChat asks the shopper first. */
  readonly watch: (channels: LiveChannels) => Promise<ChannelsOutcome>
  /** Opens the notice of the stream to come, by which the shopper reserves it at 视频号 too. */
  readonly reserve: (channels: LiveChannels) => Promise<ChannelsOutcome>
  /** Whether the stream is on; undefined where nobody can tell. */
  readonly isStreaming: (channels: LiveChannels) => Promise<boolean | undefined>
}
