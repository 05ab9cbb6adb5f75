import { fitted, forgottenBefore } from '@domain/messages/message'
import { shopClock } from '../build'

describe('what a message says is cut to what WeChat takes', () => {
  test.each<[string, string, string]>([
    ['thing1', '长'.repeat(25), '长'.repeat(20)],
    ['thing12', '🍒'.repeat(25), '🍒'.repeat(20)],
    ['thing1', '车厘子', '车厘子'],
    ['character_string2', 'S'.repeat(40), 'S'.repeat(32)],
    ['phrase3', '已经发货了吗', '已经发货了'],
    ['name1', '一二三四五六七八九十一', '一二三四五六七八九十'],
    ['amount2', '12.50元', '12.50元'],
    ['time3', '2027年3月1日 10:00', '2027年3月1日 10:00'],
  ])('%s: %s', (field, value, shown) => {
    expect(fitted({ [field]: value })).toEqual({ [field]: shown })
  })
})

test.each([
  ['2027-03-31 00:00', '2027-03-01 00:00'],
  ['2027-03-31 23:59', '2027-03-01 00:00'],
  ['2027-04-01 00:00', '2027-03-02 00:00'],
  ['2028-03-30 12:00', '2028-02-29 00:00'],
])('at %s what went before %s is forgotten', (now, before) => {
  expect(forgottenBefore(shopClock(now))).toBe(shopClock(before))
})
