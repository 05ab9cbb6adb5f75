import { createHash } from 'node:crypto'
import type { DealId, MemberId } from '@domain/ids'

const moods =
  '晨曦 安静 爱笑 早起 散步 勤快 爱唱歌 爱下棋 慢悠悠 乐呵呵 好学 爱种花 热心 细心 爽朗 温和'.split(
    ' ',
  )
const fruits =
  '橙子 柚子 荔枝 石榴 山竹 樱桃 枇杷 蓝莓 桃子 杏子 葡萄 柠檬 草莓 芒果 椰子 苹果'.split(' ')
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * What a member is called in public within one deal, e.g. `晨曦的橙子 7K2`: the same each time, of
 * eight million, and only the member can tell who it is.
 */
export function aliasOf(dealId: DealId, memberId: MemberId): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['alias', dealId, memberId]))
    .digest()
  const of = (choices: ArrayLike<string>, byte: number) =>
    choices[(bytes[byte] ?? 0) % choices.length] ?? ''
  const mark = [2, 3, 4].map((byte) => of(letters, byte)).join('')
  return `${of(moods, 0)}的${of(fruits, 1)} ${mark}`
}
