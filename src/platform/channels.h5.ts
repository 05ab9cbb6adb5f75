import type { ChannelsLive } from './channelsLive'

/** A browser cannot open 视频号, nor does it know what goes on there. */
export const channelsLive: ChannelsLive = {
  canOpen: false,
  watch: () => Promise.resolve('unavailable'),
  reserve: () => Promise.resolve('unavailable'),
  isStreaming: () => Promise.resolve(undefined),
}
