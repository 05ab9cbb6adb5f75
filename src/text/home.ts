import type { Category } from '@domain/catalog/product'
import type { Scope } from '@domain/promotions/scope'
import { HOUR, type Instant } from '@domain/time'
import { lasting, when } from './when'

/** What a promotion is for: 全店, the names of shelves, or 指定商品. */
export function scopeText(scope: Scope, categories: readonly Category[]): string {
  if (scope.kind === 'all') return '全店'
  if (scope.kind === 'product') return '指定商品'
  const names = categories.filter(({ id }) => scope.ids.includes(id)).map(({ name }) => name)
  return names.join('、')
}

/** When the next session starts: by the minute in the last hour, before that by the clock. */
export const flashNextText = (startsAt: Instant, now: Instant): string =>
  startsAt - now < HOUR ? `${lasting(startsAt - now)}后开始` : `下一场 ${when(startsAt, now)}`

/** The words of the shop window beside those of the goods and deals in it. */
export const homeText = {
  flash: '秒杀',
  flashAll: '全部场次',
  flashFor: '专享',
  endsIn: (leftMs: number) => `还剩 ${lasting(leftMs)}`,
  left: (left: number) => (left > 0 ? `剩 ${left}` : '抢完了'),
  toCome: (stock: number) => `备货 ${stock}`,
  teams: '拼团',
  join: '去拼团',
  kinds: { discount: '限时折扣', 'member-day': '会员日', save: '满减' },
} as const
