import Taro from '@tarojs/taro'
import type { LiveChannels } from '@domain/live/session'
import type { ChannelsLive, ChannelsOutcome } from './channelsLive'

/** What `getChannelsLiveInfo` calls a stream that is on. */
const STREAMING = 2

/**
 * How WeChat's notice was left (`state`): gone over to the stream that has begun, reserved now, and
 * left as it had been reserved before.
 */
const RESERVED: readonly unknown[] = [2, 6, 8]

/** What Taro's types leave out of these two. */
interface Noticed {
  readonly getChannelsLiveNoticeInfo: (options: {
    readonly finderUserName: string
  }) => Promise<{ readonly noticeId?: string; readonly reservable?: boolean }>
  readonly reserveChannelsLive?: (options: {
    readonly noticeId: string
    readonly success: (answer: { readonly state?: unknown }) => void
    readonly fail: () => void
  }) => void
}

const noticed = Taro as unknown as Noticed

/** The notice that the shop names, else the one that 视频号 has right now. */
async function noticeOf({ finderUserName, noticeId }: LiveChannels): Promise<string | undefined> {
  if (noticeId !== null) return noticeId
  const notice = await noticed.getChannelsLiveNoticeInfo({ finderUserName })
  return notice.reservable === false ? undefined : notice.noticeId
}

function openNotice(noticeId: string): Promise<ChannelsOutcome> {
  return new Promise((resolve) => {
    if (!noticed.reserveChannelsLive) resolve('unavailable')
    else {
      noticed.reserveChannelsLive({
        noticeId,
        success: ({ state }) => {
          resolve(RESERVED.includes(state) ? 'done' : 'left')
        },
        fail: () => {
          resolve('unavailable')
        },
      })
    }
  })
}

/** 视频号, by the interfaces that WeChat has for the same or a related company's account. */
export const channelsLive: ChannelsLive = {
  canOpen: true,
  watch: async ({ finderUserName }) => {
    try {
      // Before base library 2.19.2 the stream has to be named too.
      const { feedId, nonceId } = await Taro.getChannelsLiveInfo({ finderUserName })
      await Taro.openChannelsLive({ finderUserName, feedId, nonceId })
      return 'done'
    } catch (trouble) {
      const { errMsg = '' } = trouble as { readonly errMsg?: string }
      return errMsg.includes('cancel') ? 'left' : 'unavailable'
    }
  },
  reserve: async (channels) => {
    try {
      const noticeId = await noticeOf(channels)
      return noticeId === undefined ? 'unavailable' : await openNotice(noticeId)
    } catch {
      return 'unavailable'
    }
  },
  isStreaming: async ({ finderUserName }) => {
    try {
      const { status } = await Taro.getChannelsLiveInfo({ finderUserName })
      return status === STREAMING
    } catch {
      return undefined
    }
  },
}
