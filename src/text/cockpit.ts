import type { LiveBrief } from '@domain/live/contract'
import type { Readiness } from '@domain/live/readiness'
import type { LiveStatus } from '@domain/live/room'
import type { ShowState } from '@domain/live/runOfShow'
import type { Lottery } from '@domain/lottery/lottery'
import { after, DAY, SECOND, shopTime, type Instant } from '@domain/time'
import type { Fen } from '@domain/money'
import { money } from './money'
import { lasting, when } from './when'

/** Where sessions stand. */
export const liveStatusText: Readonly<Record<LiveStatus, string>> = {
  planned: '未开播',
  live: '直播中',
  ended: '已结束',
}

/** How long a session runs, as a clock: 12:05, 1:02:05. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  const pad = (count: number) => String(count).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = pad(seconds % 60)
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** The words of the list of sessions. */
export const livesText = {
  none: '还没有排直播',
  noneHint: '把场次写进店铺文件导入后，会出现在这里',
  about: ({ startsAt, products }: LiveBrief, now: Instant) =>
    `${when(startsAt, now)} · ${products} 款商品`,
  host: (name: string | null) => (name === null ? '主播待定' : `主播 ${name}`),
  toCockpit: '进中控台',
  toReview: '看复盘',
} as const

/** The parts of a cockpit, one at a time on a phone. */
export const cockpitParts = ['show', 'talk', 'ready', 'log'] as const
export type CockpitPart = (typeof cockpitParts)[number]

/** The words of the cockpit's head, and of starting and ending. */
export const cockpitText = {
  parts: { show: '节目单', talk: '互动', ready: '准备', log: '记录' } satisfies Record<
    CockpitPart,
    string
  >,
  crew: { host: '主播', coHost: '副播', technician: '场控' } as const,
  nobody: '待定',
  startsIn: (leftMs: number) => (leftMs > 0 ? `${lasting(leftMs)} 后开播` : '到点了，可以开播'),
  startsAt: (at: Instant, now: Instant) => `计划 ${when(at, now)} 开播`,
  running: (ms: number) => `已播 ${clockText(ms)}`,
  ran: (startedAt: Instant, endedAt: Instant) =>
    `${shopTime(startedAt, 'M月D日 HH:mm')} 到 ${shopTime(endedAt, 'HH:mm')}，播了 ${lasting(endedAt - startedAt)}`,
  orders: '已付订单',
  paid: '实付',
  start: '开播',
  started: '开播了',
  early: (from: Instant, now: Instant) => `${when(from, now)} 起可以开播`,
  end: '下播',
  ended: '已下播',
  review: '看复盘',
} as const

/** Questions before what can't be taken back. Their buttons have four characters at the most. */
export const cockpitQuestions = {
  start: (waiting: number) => ({
    title: '现在开播？',
    text:
      waiting > 0
        ? `还有 ${waiting} 项没准备好。开播后商品按直播价开卖，不能退回未开播。`
        : '开播后商品按直播价开卖，不能退回未开播。',
    ...{ yes: '开播', no: '再等等' },
  }),
  end: {
    title: '现在下播？',
    text: '下播后直播价立刻停卖，没付款的订单照常可以付，这一场不能再开。',
    ...{ yes: '下播', no: '继续播' },
  },
  fall: (from: Fen, to: Fen) => ({
    title: `从 ${money(from)} 改到 ${money(to)}？`,
    text: '降了一半还多，请再看一眼是不是少打了一位。',
    ...{ yes: '就这个价', no: '再看看' },
  }),
  drop: (name: string) => ({
    title: `发「${name}」？`,
    text: '发出后直播间里的人马上可以领，不能收回。',
    ...{ yes: '发券', no: '再等等' },
  }),
  open: (name: string, minutes: number) => ({
    title: `抽「${name}」？`,
    text: `开 ${minutes} 分钟，截止前不能提前结束，也不能撤销。`,
    ...{ yes: '开始抽奖', no: '再等等' },
  }),
} as const

/** Where products of the run-of-show stand; nothing is said of those that wait. */
export const showStateText: Readonly<Record<ShowState, string>> = {
  waiting: '',
  explaining: '讲解中',
  explained: '讲过',
  skipped: '跳过',
}

/** The words of the run-of-show. */
export const showText = {
  title: (count: number) => `节目单 ${count} 款`,
  roles: { main: '', backup: '备选', lottery: '奖品' } as const,
  now: '正在讲解',
  nobody: '还没开始讲解',
  allDone: '节目单讲完了，可以把备选补上，或者把卖得好的再讲一遍',
  next: '接下来',
  explainNext: '讲解下一个',
  explain: '现在讲解',
  explainAgain: '再讲一遍',
  bringIn: '补位：上架并讲解',
  explainedOne: (name: string) => `开始讲解 ${name}`,
  skip: '跳过',
  skippedOne: (name: string) => `跳过了 ${name}`,
  timeLeft: (leftMs: number) =>
    leftMs > 0 ? `还有 ${clockText(leftMs)}` : `超时 ${clockText(-leftMs)}`,
  onShelf: '上架',
  offShelf: '下架',
  isOff: '已下架',
  shelved: '已上架，可以买了',
  unshelved: '已下架，直播间里暂时买不了',
  script: '口播词',
  noScript: '这一款没有写口播词',
  figures: (left: number, sold: number) => `剩 ${left} · 售 ${sold}`,
  held: (held: number) => `${held} 件下单未付`,
  manage: '改价和库存',
  price: '改价',
  stock: '改库存',
} as const

/** Why something can't be done now; a button that rests says it. */
export const restingText = {
  planned: '开播后才能用',
  ended: '这一场已经结束',
  explaining: '正在讲解这一款',
  skipped: '已经跳过',
  explained: '已经讲过，不用跳过',
  backup: '备选不用跳过，不补位就不会讲',
} as const

/** The words of changing a price. */
export const priceText = {
  title: (name: string) => `改价：${name}`,
  now: (now: Fen, base: Fen) => `现在 ${money(now)}，原价 ${money(base)}`,
  field: '新的直播价（元）',
  limits: (base: Fen) => `1 分到 ${money(base)} 之间；已经下的单不变`,
  wrong: (base: Fen) => `直播价要在 0.01 到 ${money(base)} 之间`,
  same: '和现在的价一样',
  reasons: ['主播临时让利', '卖得慢，降一点', '快卖完了，调回来', '之前填错了'],
  done: (price: Fen) => `改好了，现在 ${money(price)}`,
} as const

/** The words of changing a stock. */
export const stockText = {
  title: (name: string) => `改库存：${name}`,
  now: (left: number, held: number) =>
    held > 0 ? `现在可卖 ${left} 件，另有 ${held} 件下单未付` : `现在可卖 ${left} 件`,
  ways: { more: '加库存', less: '减库存' } as const,
  field: '件数',
  way: '怎么改',
  after: (left: number) => `改后可卖 ${left} 件`,
  wrong: (most: number) => `件数要在 1 到 ${most} 之间`,
  tooMany: (left: number) => `最多减 ${left} 件：卖出的和下单未付的动不了`,
  reasons: ['仓库又到货了', '留给门店', '实物盘点不符', '之前填错了'],
  done: (way: 'more' | 'less', count: number) =>
    way === 'more' ? `加了 ${count} 件` : `减了 ${count} 件`,
} as const

/** The words of both sheets. */
export const changeText = {
  reason: '为什么改',
  otherReason: '其他原因（选填）',
  reasonMissing: '请选一个原因，或写明原因',
  sure: '确认修改',
} as const

/** The words of announcements. */
export const announceText = {
  title: '公告',
  hint: '直播间里所有人都能看到，发出后不能收回',
  placeholder: '最多 60 个字',
  templates: [
    '刚补了货，刚才没抢到的朋友可以再看看',
    '优惠券已经发了，在直播间里点一下就能领',
    '马上抽奖，报名免费，每人一次',
    '今天下单，冷链明天发出，坏果包赔',
    '这一款快讲完了，喜欢的可以先加上',
  ],
  write: '写公告',
  send: '发出去',
  missing: '先写几个字',
  sent: '公告发出去了',
  none: '还没有发过公告',
} as const

/** The words of coupons to drop. */
export const dropText = {
  title: '发券',
  none: '这一场没有安排优惠券',
  drop: '发券',
  dropped: '发出去了，直播间里可以领了',
  isDropped: (at: Instant) => `${shopTime(at, 'HH:mm')} 已发`,
  figures: (claimed: number, left: number) => `领了 ${claimed} 张，还剩 ${left} 张`,
  ready: (left: number) => `备了 ${left} 张`,
} as const

/** The words of lotteries. */
export const lotteryText = {
  title: '抽奖',
  none: '这一场没有安排抽奖',
  winners: (count: number) => `抽 ${count} 位`,
  minutes: '开多久',
  ofMinutes: (minutes: number) => `${minutes} 分钟`,
  open: '开抽奖',
  opened: '抽奖开始了',
  closes: (leftMs: number) => (leftMs > 0 ? `还能参加 ${clockText(leftMs)}` : '已截止，等封名单'),
  draw: '开奖',
  drawFrom: (at: Instant) => `${shopTime(at, 'HH:mm:ss')} 起`,
  prize: '奖品',
  drawn: '开奖了，名单已公布',
  sealed: (entries: number) => `${entries} 人参加，名单已封`,
  result: ({ entries, winners }: Pick<Lottery, 'entries' | 'winners'>) =>
    entries === 0 ? '没有人参加' : `${entries ?? 0} 人参加，${winners.length} 人中奖`,
  fair: '开始时先公布密封的种子，截止后封名单，开奖时揭开，谁都可以验算。',
} as const

/** A line of what has to be ready. */
export interface ReadinessText {
  readonly title: string
  /** Where it stands, and what it needs. */
  readonly says: string
}

/** Where each line of the readiness list stands, and what it needs. */
export function readinessText({ kind, isReady, is, need }: Readiness): ReadinessText {
  const missing = need - is
  switch (kind) {
    case 'priced':
      return said('直播价', isReady, `${is} 款都定好了`, `还有 ${missing} 款没定价`)
    case 'stocked':
      return said('库存', isReady, `${is} 款都有货`, `还有 ${missing} 款没有库存`)
    case 'crew':
      return said('人手', isReady, '主播、副播、场控都到位', `还差 ${missing} 个人没定`)
    case 'reminders':
      return said('开播提醒', isReady, `${is} 人预约了`, `${is} 人预约，至少要 ${need} 人`)
    case 'members':
      return said(
        '会员池',
        isReady,
        `${is} 人，够了`,
        `${is} 人，要 ${need} 人，还差 ${missing} 人`,
      )
    case 'warm-up':
      return said('预热海报', isReady, `${need} 张都发了`, `发了 ${is} 张，一共要发 ${need} 张`)
  }
}

const said = (title: string, isReady: boolean, ready: string, needs: string): ReadinessText => ({
  title,
  says: isReady ? ready : needs,
})

/** The words of the readiness list and of the warm-up calendar. */
export const readyText = {
  title: '开播准备',
  isReady: '好了',
  isNot: '待办',
  warmUp: '预热日历',
  warmUpHint: (posters: number) => `每天发 ${posters} 张海报，发一张点一下`,
  warmUpOver: '这一场已经结束，预热不再改',
  noWarmUp: '这一场没有安排预热',
  warmedUp: (count: number) => (count > 0 ? `记下了，这天发了 ${count} 张` : '这天还没发'),
  day: (daysBefore: number, startsAt: Instant) =>
    `${shopTime(after(startsAt, -daysBefore * DAY), 'M月D日')} · 前 ${daysBefore} 天`,
  poster: (day: string, n: number, isOut: boolean) =>
    `${day}，第 ${n} 张海报${isOut ? '，已发' : '，未发'}`,
} as const

/** The words of the cockpit's log. */
export const logText = { title: '刚做了什么', none: '开播后，谁改了什么都会记在这里' } as const

/** How long a lottery may be open, in minutes; the first one is proposed. */
export const lotteryMinutes = [3, 5, 10] as const
