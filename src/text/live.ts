import type { Instant } from '@domain/time'
import { when } from './when'

/** The words of live sessions. */
export const liveText = {
  title: '直播',
  host: (name: string) => `主播 ${name}`,
  starts: (startsAt: Instant, now: Instant) => `${when(startsAt, now)} 开播`,
  running: '正在直播',
  runningHint: (endsAt: Instant, now: Instant) => `到${when(endsAt, now)} 结束`,
  over: '这场直播已经结束',
  programme: '直播好物',
  programmeHint: '直播价以直播间里的为准，现在也可以先看看。',
  none: '这场直播的商品还没有定',
  shareTitle: (title: string) => `${title}，一起来看`,
  share: '叫朋友来看',
} as const
