import type { AuditLine } from '@domain/audit/audit'
import { fen } from '@domain/money'
import { shopTime, type Instant } from '@domain/time'
import { money } from './money'
import { when } from './when'

/** What staff did, by the names of the actions. */
const deeds: Readonly<Record<string, string>> = {
  'fulfilment.ship': '发货',
  'fulfilment.verify': '核销',
  'aftersale.answer': '处理售后',
  'members.storeCode': '出示门店码',
  'attribution.assign': '改订单归属',
  'attribution.bind': '绑定顾客',
  'guides.invite': '邀请导购',
  'guides.activate': '停用或恢复导购',
  'shopfile.import': '导入店铺文件',
  'live.start': '开播',
  'live.end': '下播',
  'live.explain': '讲解',
  'live.skip': '跳过',
  'live.shelve': '上下架',
  'live.price': '改价',
  'live.stock': '改库存',
  'live.announce': '发公告',
  'live.drop': '发券',
  'live.warmUp': '记预热海报',
  'live.recount': '重新统计',
  'live.note': '记复盘',
  'lottery.open': '开抽奖',
  'lottery.draw': '开奖',
}

type Facts = AuditLine['before']

/** How a fact is told: what comes before it and after it, and the value itself. */
interface Fact {
  readonly name: string
  readonly label?: string
  readonly say: (value: Facts[string]) => string
  readonly unit?: string
}

const quoted = (words: Facts[string]): string => `「${String(words)}」`

/** Facts that an entry may tell, in the order in which they are said. */
const facts: readonly Fact[] = [
  { name: 'name', say: quoted },
  { name: 'guide', say: quoted },
  { name: 'words', say: quoted },
  { name: 'priceFen', label: '价格 ', say: (price) => money(fen(Number(price))) },
  { name: 'stock', label: '库存 ', say: String, unit: ' 件' },
  { name: 'isOffered', say: (isOn) => (isOn === true ? '上架' : '下架') },
  { name: 'isActive', say: (isOn) => (isOn === true ? '在职' : '停用') },
  { name: 'daysBefore', label: '前 ', say: String, unit: ' 天' },
  { name: 'posters', say: String, unit: ' 张' },
  { name: 'minutes', say: String, unit: ' 分钟' },
  { name: 'entries', say: String, unit: ' 人参加' },
  { name: 'winners', say: String, unit: ' 人中奖' },
]

/** What was done, in a few words: 改价. */
export const deedText = ({ action }: Pick<AuditLine, 'action'>): string => deeds[action] ?? action

/** To what, and from what to what: 「丹东草莓」 价格 ¥39 → ¥35. */
export function changeText({ before, after }: Pick<AuditLine, 'before' | 'after'>): string {
  return facts
    .flatMap(({ name, label = '', say, unit = '' }) => {
      const [was, is] = [before[name] ?? null, after[name] ?? null]
      if (is === null) return []
      const told = was === null || was === is ? say(is) : `${say(was)} → ${say(is)}`
      return [`${label}${told}${unit}`]
    })
    .join(' ')
}

/** The words of records. */
export const auditText = {
  title: '操作记录',
  entryHint: '谁在什么时候改了什么',
  who: ({ who }: Pick<AuditLine, 'who'>) => who ?? '没填昵称的同事',
  at: (at: Instant, now: Instant) => `${when(at, now)}${shopTime(at, ':ss')}`,
  reason: (reason: string) => `原因：${reason}`,
  subject: (subject: string) => `编号 ${subject}`,
  none: '还没有记录',
  noneHint: '发货、改价、发券这些操作，都会记到这里',
  loading: '正在读取更多…',
  end: '没有更多了',
} as const
