import type { Consent } from '@/platform/consent'
import type { GoodsState } from '@domain/live/outlook'
import type { LiveStatus } from '@domain/live/room'
import { shopTime, type Instant } from '@domain/time'
import { when } from './when'

/** What came of the wish to be reminded. */
export const reservedText: Readonly<Record<Consent, string>> = {
  given: '预约好了，开播前会给你发一条微信提醒',
  refused: '没有得到允许，就不发提醒了',
  unavailable: '预约好了；这里没法授权微信消息，请到点来看',
}

/** Where a session stands, on its label. */
export const statusLabel: Readonly<Record<LiveStatus, string>> = {
  planned: '预告',
  live: '直播中',
  ended: '已结束',
}

/** On the button of something that is sold in a room. */
export const goodsStateText: Readonly<Record<GoodsState, string>> = {
  unstarted: '未开播',
  open: '去抢',
  off: '已下架',
  soldOut: '抢完了',
  over: '已结束',
}

/** The words of a session and its room. */
export const roomText = {
  starts: (startsAt: Instant, now: Instant) => `${when(startsAt, now)} 开播`,
  endsAbout: (endsAt: Instant, now: Instant) => `预计${when(endsAt, now)} 结束`,
  endedAt: (endedAt: Instant, now: Instant) => `${when(endedAt, now)} 结束了`,
  coHost: (name: string) => `搭档 ${name}`,
  invited: (name: string) => `${name} 请你来看直播`,
  invitedHint: '在直播里下单，会记在这位导购名下',
  programme: '节目单',
  programmeHint: '一件讲几分钟，时间按计划排，直播里可能提前或推后。',
  about: (at: Instant) => `约 ${shopTime(at, 'HH:mm')}`,
  none: '这场直播的商品还没有定',
  reserve: '预约提醒',
  reserved: '已预约',
  share: '分享',
  shareTitle: (title: string) => `${title}，一起来看`,
  watch: '看直播',
  buyAlong: '边看边买',
  toRoom: '看直播好物',
  unwatched: '没能打开视频号，可以在这里边看介绍边买',
  howTitle: '在微信里看直播',
  how: '浏览器里打不开视频号。在微信里搜索并打开本店小程序，进入这场直播，点「看直播」就能看到画面；这里可以照样边听介绍边买。',
  explaining: '正在讲',
  waitsTitle: '主播马上开讲',
  waits: '讲到哪件，这里就显示哪件。',
  all: (count: number) => `全部 ${count} 件`,
  explained: '讲过了',
  skipped: '先跳过',
  backup: '加推',
  left: (left: number, unit: string) => `还剩 ${left} ${unit}`,
  limit: (perMember: number, unit: string) => `每人限 ${perMember} ${unit}`,
  buyAt: (sum: string) => `${sum} 去抢`,
  announcements: '主播说',
  claim: '领取',
  claimAgain: '再领一张',
  claimed: '已领到',
  gone: '领完了',
  claimedToast: '领到了，下单时会自动选最划算的',
  couponLeft: (left: number) => `还剩 ${left} 张`,
  overTitle: '这场直播结束了',
  overHint: '直播价已经收回，商品还可以按平时的价格买。',
  next: '下一场',
} as const
