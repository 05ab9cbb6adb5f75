const groups: Readonly<Record<string, string>> = {
  database: '数据库',
  function: '云函数',
  wechat: '微信接口',
  storage: '云存储',
  refund: '退款',
  notice: '支付与退款通知',
  clock: '时钟',
}

type Meaning = readonly [title: string, meaning: string]

const faults: Readonly<Record<string, Meaning>> = {
  before: ['没做就报错', '没有生效，回答是错误'],
  after: ['做了却报错', '已经生效，回答却丢了'],
  delay: ['变慢', '晚一些才回答'],
  duplicate: ['做了两遍', '同一个调用送到两次'],
  conflict: ['写冲突', '写的一刻被别人抢先，没有生效'],
  refused: ['整小时退不了', '微信支付拒绝这一小时里的退款'],
  kill: ['中途被杀', '云函数跑到一半没了'],
  lost: ['丢失', '这一次没有送到'],
  doubled: ['加倍', '同一条送到两次'],
  late: ['迟到', '最多晚十分钟'],
  reordered: ['乱序', '后发的先到'],
  skew: ['走得不准', '函数看到的时间有偏差'],
}

/** The heading of a kind of fault; one without words shows under its own name. */
export const groupName = (kind: string) => groups[kind] ?? kind

/** What a fault such as `database.before` is called, and what it does. */
export function meaningOf(name: string): Meaning {
  return faults[name.split('.')[1] ?? name] ?? [name, '']
}
