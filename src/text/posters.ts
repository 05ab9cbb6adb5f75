import type { ShareTarget } from '@domain/attribution/shareLink'
import { yuan, type Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { lasting, when } from './when'

/** When what is shown begins or ends. */
interface Times {
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

/** How long it is still possible, and until when; as of the moment the poster is made. */
export function posterTimeText({ startsAt, endsAt }: Times, now: Instant): string {
  if (startsAt !== null && now < startsAt) return `${when(startsAt, now)} 开始`
  if (endsAt === null) return ''
  return now < endsAt ? `还剩 ${lasting(endsAt - now)} · ${when(endsAt, now)} 截止` : '活动已结束'
}

/** Who invites, as the poster says it. */
export function inviterText(name: string, kind: ShareTarget['kind']): string {
  const who = name === '' ? '你的朋友' : name
  return kind === 'live' ? `${who} 请你看直播` : `${who} 推荐给你`
}

/** The words of posters. */
export const postersText = {
  title: '分享海报',
  templates: { picture: '大图', letter: '邀请函', plain: '简洁' },
  scan: '长按识别，进店看看',
  scanLive: '长按识别，预约直播',
  price: (fen: Fen) => yuan(fen),
  invites: '邀你一起逛',
  painting: '正在画海报',
  alt: (name: string) => `${name} 的海报`,
  save: '保存海报',
  saved: '已保存，去发给朋友吧',
  notSaved: '没有保存成功，可以长按图片保存',
  failed: '海报没有画出来，再试一次',
  hint: '保存以后发给朋友，或者发到朋友圈，扫码就能直接打开。',
} as const
