import { bindingDays } from '@domain/attribution/rule'
import type { GuideRow } from '@domain/guides/contract'
import type { PayeeRow } from '@domain/commission/contract'
import type { Instant } from '@domain/time'
import { when } from './when'

/** Guides by what became of their places. */
export const placeTabs = ['working', 'open', 'left'] as const
export type PlaceTab = (typeof placeTabs)[number]

/** What became of a place: taken up, still open, or left. */
export function placeOf({ joinedAt, isActive }: GuideRow): PlaceTab {
  if (!isActive) return 'left'
  return joinedAt === null ? 'open' : 'working'
}

/** The words of the guides' page. */
export const staffGuidesText = {
  tabs: { working: '在职', open: '待加入', left: '已停用' } satisfies Record<PlaceTab, string>,
  none: {
    working: { title: '还没有在职的导购', hint: '发一个邀请码，对方填上就开通了' },
    open: { title: '没有等着加入的人', hint: '新邀请的导购，没填邀请码之前在这里' },
    left: { title: '没有停用过的导购', hint: '停用后不再计新的佣金，已经赚到的不变' },
  },
  invite: '邀请导购',
  name: '姓名',
  namePlaceholder: '例如：李静',
  nameMissing: '请填姓名',
  store: '门店',
  kind: '身份',
  inviter: '介绍人',
  noInviter: '没有介绍人',
  inviterHint: '由谁介绍来的；店里开了二级分润时，介绍人也有一份',
  invitedBy: (name: string) => `${name}介绍`,
  sendCode: '生成邀请码',
  newCode: '发新的邀请码',
  code: '邀请码',
  codeUntil: (until: Instant, now: Instant) => `${when(until, now)} 前有效`,
  codeOver: '邀请码已过期',
  noCode: '还没有发邀请码',
  copyCode: '复制邀请码',
  codeWords: (name: string, code: string) =>
    `${name}，你的导购邀请码是 ${code}。打开小店，在「我的 · 设置与隐私」里点「我有导购邀请码」填上就能开通。`,
  joined: (at: Instant, now: Instant) => `${when(at, now)} 加入`,
  end: '停用',
  resume: '恢复',
  endTitle: (name: string) => `停用${name}`,
  resumeTitle: (name: string) => `恢复${name}`,
  endHint: '停用后新订单不再算给这位导购，已经赚到的照常结算',
  resumeHint: '恢复后，新打开的链接重新算数',
  reasonPlaceholder: '例如：已离职',
  ended: '已停用',
  resumed: '已恢复',
} as const

/** The words of what everybody is owed. */
export const payeesText = {
  kinds: { guide: '导购', store: '门店' } satisfies Record<PayeeRow['kind'], string>,
  tabs: { guide: '导购', store: '门店' } satisfies Record<PayeeRow['kind'], string>,
  whole: '合计',
  none: '还没有佣金',
  noneHint: '导购带来的订单付款后，佣金会记到这里',
} as const

/** The words of an order's attribution. */
export const staffAttributionText = {
  entry: '这一单算谁的',
  change: '改算给别人',
  bind: '把顾客交给一位导购',
  chooseGuide: '选一位导购',
  find: '输入姓名查找',
  nobody: '不算任何导购',
  nobodyFound: '没有找到这位导购',
  changeTitle: (name: string) => `改算给${name}`,
  toNobodyTitle: '改为不算任何导购',
  changeHint: '佣金会跟着改，双方都能看到原因',
  bindTitle: (name: string) => `把顾客交给${name}`,
  bindHint: '只影响以后的订单，已经下的单不变',
  days: '保护天数',
  daysHint: `${bindingDays.least} 到 ${bindingDays.most} 天`,
  daysWrong: `天数要在 ${bindingDays.least} 到 ${bindingDays.most} 之间`,
  reasonPlaceholder: '例如：顾客是王芳一直在服务的',
  changed: '已改，佣金跟着调整',
  bound: (until: Instant, now: Instant) => `好了，到 ${when(until, now)} 为止`,
} as const

/** The words of trying a rule out. */
export const replayText = {
  hint: '看看换一条规则，最近的订单会算给谁。只是试算，什么都不会改。',
  rule: '规则',
  days: '有效期',
  ofDays: (days: number) => `${days} 天`,
  self: '导购自己买',
  ofSelf: { no: '不计', yes: '计佣金' },
  span: '试算的订单',
  ofSpan: (days: number) => `近 ${days} 天`,
  run: '试算',
  result: (orders: number, changed: number) =>
    changed === 0 ? `${orders} 单，没有一单会变` : `${orders} 单里有 ${changed} 单会算给别人`,
  partial: '订单太多，只看了其中最近的一部分',
  nobody: '没有导购',
  fromTo: (from: string, to: string) => `${from} → ${to}`,
} as const

/** The ways from the desk to what is about guides. */
export const guideEntries = {
  guides: { title: '导购', hint: '邀请、停用和恢复' },
  payees: { title: '佣金账目', hint: '每位导购和门店的待结、可提和已提' },
  replay: { title: '溯源试算', hint: '换一条规则，订单会算给谁' },
} as const

/** The words of a sheet that asks for a reason. */
export const reasonText = { missing: '请写明原因，至少两个字', sure: '确认' } as const
