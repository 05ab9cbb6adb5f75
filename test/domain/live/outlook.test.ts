import type { DealId } from '@domain/ids'
import type { LiveGoods, LiveView } from '@domain/live/contract'
import {
  explainedGoods,
  goodsState,
  liveStatusOf,
  plannedAt,
  shownGoods,
} from '@domain/live/outlook'
import type { LiveStatus } from '@domain/live/room'
import { HOUR, instant, MINUTE } from '@domain/time'

const startsAt = instant(Date.parse('2027-03-05T20:00:00+08:00'))
const session = { startsAt, endsAt: instant(startsAt + 2 * HOUR) }

describe('a session stands as its room says', () => {
  test.each<[LiveStatus, boolean | undefined]>([
    ['planned', undefined],
    ['planned', false],
    ['live', false],
    ['ended', true],
  ])('%s, whatever the stream is: %s', (status, isStreaming) => {
    expect(liveStatusOf({ session, room: { status } }, isStreaming, startsAt)).toBe(status)
  })
})

describe('a stream that is on', () => {
  const planned = { session, room: { status: 'planned' } } as const

  test.each<[string, number, LiveStatus]>([
    ['a week before', startsAt - 7 * 24 * HOUR, 'planned'],
    ['a second too early', startsAt - HOUR - 1000, 'planned'],
    ['an hour before', startsAt - HOUR, 'live'],
    ['on time', startsAt, 'live'],
    ['in overtime', startsAt + 3 * HOUR - 1000, 'live'],
    ['when overtime is over', startsAt + 3 * HOUR, 'planned'],
  ])('%s tells that the session is %#', (_when, at, status) => {
    expect(liveStatusOf(planned, true, instant(at))).toBe(status)
  })
})

test.each([
  [{ isOffered: true, left: 5 }, 'planned', 'unstarted'],
  [{ isOffered: true, left: 5 }, 'live', 'open'],
  [{ isOffered: true, left: 0 }, 'live', 'soldOut'],
  [{ isOffered: false, left: 5 }, 'live', 'off'],
  [{ isOffered: false, left: 0 }, 'live', 'off'],
  [{ isOffered: true, left: 5 }, 'ended', 'over'],
] as const)('%p in a session that is %s is %s', (goods, status, state) => {
  expect(goodsState(goods, status)).toBe(state)
})

describe('of the goods', () => {
  const one = (dealId: string, role: LiveGoods['role'], isOffered: boolean) =>
    ({ dealId: dealId as DealId, role, isOffered }) as LiveGoods
  const goods = [one('cherry', 'main', false), one('plum', 'backup', false)]
  const roomOf = (room: Partial<LiveView['room']>) =>
    ({ explaining: null, shown: {}, ...room }) as LiveView['room']
  const namesIn = (view: Pick<LiveView, 'goods' | 'room'>) =>
    shownGoods(view).map(({ dealId }) => dealId)
  const explaining = { dealId: 'plum' as DealId, since: startsAt }

  test('main ones are shown always, backups once they were brought in', () => {
    expect(namesIn({ goods, room: roomOf({}) })).toEqual(['cherry'])
    expect(namesIn({ goods: [one('plum', 'backup', true)], room: roomOf({}) })).toEqual(['plum'])
    expect(namesIn({ goods, room: roomOf({ explaining }) })).toEqual(['cherry', 'plum'])
    const shown = { ['plum' as DealId]: 'explained' as const }
    expect(namesIn({ goods, room: roomOf({ shown }) })).toEqual(['cherry', 'plum'])
  })

  test('the one that is explained is known', () => {
    expect(explainedGoods({ goods, room: roomOf({ explaining }) })).toBe(goods[1])
    expect(explainedGoods({ goods, room: roomOf({}) })).toBeUndefined()
  })
})

test('the fourth product of a run-of-show comes after three of the minutes that each has', () => {
  expect(plannedAt({ startsAt, minutesPerProduct: 5 }, 3)).toBe(startsAt + 15 * MINUTE)
})
