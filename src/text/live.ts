import type { LiveBrief } from '@domain/live/contract'
import type { LiveStatus } from '@domain/live/room'
import type { Instant } from '@domain/time'
import { lasting, when } from './when'

/** When a session is, or how it stands, in a line. */
export function liveTimeText(
  { status, startsAt }: Pick<LiveBrief, 'status' | 'startsAt'>,
  now: Instant,
): string {
  if (status === 'live') return '正在直播'
  if (status === 'ended') return `${when(startsAt, now)} 播过`
  return now < startsAt ? `${when(startsAt, now)} 开播` : '马上开播'
}

/** How long it is until a session starts. */
export const startsInText = (leftMs: number): string =>
  leftMs > 0 ? `还有 ${lasting(leftMs)} 开播` : '马上开播'

/** The words of the list of live sessions, and of its card on home. */
export const liveText = {
  title: '直播',
  host: (name: string) => `主播 ${name}`,
  goods: (products: number) => `${products} 件好物`,
  running: '正在直播',
  coming: '接下来',
  past: '往期回顾',
  /** What a card leads to. */
  ways: { planned: '看预告', live: '进直播间', ended: '回看' } satisfies Record<LiveStatus, string>,
  none: '还没有直播',
  noneHint: '有新的场次会放在这里，先去看看别的',
  toShelf: '去逛逛',
} as const
