import type { Material } from '@domain/guides/contract'
import type { Bps, Fen } from '@domain/money'
import type { Instant } from '@domain/time'
import { percent } from './commission'
import { money } from './money'
import { when } from './when'

/** What kinds of material are called. */
export const materialKindText: Readonly<Record<Material['kind'], string>> = {
  product: '商品',
  ladder: '阶梯团',
  team: '拼团',
  flash: '秒杀',
  live: '直播',
}

/** The tabs of the material: all of it, or one kind. */
export const materialTabs = ['all', 'ladder', 'team', 'flash', 'live', 'product'] as const
export type MaterialTab = (typeof materialTabs)[number]

/** The words of the material page. */
export const materialText = {
  tabs: { all: '全部', ...materialKindText } satisfies Record<MaterialTab, string>,
  title: '分享素材',
  share: '分享',
  brings: (bps: Bps) => (bps > 0 ? `佣金 ${percent(bps)}` : '没有佣金'),
  bringsAbout: (sum: Fen) => `佣金约 ${money(sum)}`,
  words: '可以这样说',
  copy: '复制这段话',
  send: '发给朋友',
  poster: '做海报',
  none: '还没有可以分享的',
  noneHint: '店里上架商品或开了活动，就会出现在这里',
  noneOfKind: (kind: Material['kind']) => `现在没有${materialKindText[kind]}`,
} as const

/** When something begins or ends, where it does. */
export function timesText(
  { kind, startsAt, endsAt }: Pick<Material, 'kind' | 'startsAt' | 'endsAt'>,
  now: Instant,
): string | undefined {
  if (startsAt !== null && startsAt > now) {
    return `${when(startsAt, now)} ${kind === 'live' ? '开播' : '开始'}`
  }
  return endsAt === null ? undefined : `${when(endsAt, now)} ${kind === 'live' ? '结束' : '截止'}`
}

/**
 * Words to go with what is shared. They say nothing that the page itself would not show: no praise
 * of goods that nobody tried, and no hurry that is not counted.
 */
export function suggestedWords(material: Material, now: Instant): string {
  const { kind, name, priceFen } = material
  const price = priceFen === null ? '' : money(priceFen)
  const time = timesText(material, now)
  const until = time === undefined ? '' : `，${time}`
  switch (kind) {
    case 'product':
      return `「${name}」${price}，规格、价格和取货方式点开就能看到，买不买都可以先看看。`
    case 'ladder':
      return `「${name}」正在拼阶梯团，现在 ${price}${until}。人越多价越低，付多了的差价截止后自动退回，先来后到一个价。`
    case 'team':
      return `「${name}」拼团价 ${price}${until}。人凑齐就成，没凑齐全额退款。`
    case 'flash':
      return `「${name}」秒杀价 ${price}${until}，数量以页面为准。`
    case 'live':
      return `「${name}」${time ?? '正在直播'}，要讲的商品都列在页面上，可以先看看。`
  }
}
