import { hasFailed, type Failure } from '@domain/failure'
import type { DealId, TemplateId } from '@domain/ids'
import {
  liveOrder,
  liveMoves,
  MOST_ANNOUNCEMENTS,
  type LiveRoom,
  type LiveStatus,
} from '@domain/live/room'
import {
  announce,
  change,
  drop,
  end,
  explain,
  skip,
  start,
  warmUp,
  type Cannot,
} from '@domain/live/running'
import { reachable } from '@domain/moves'
import { id, minutesIn, MORNING } from '../build'
import { aRoom, aSession, must } from './build'

const [cherry, pear] = [id('cherry'), id('pear')] as [DealId, DealId]
const tenOff = id('ten-off') as TemplateId

type Decided = LiveRoom | Failure

const acts: Readonly<Record<string, (room: LiveRoom) => Decided>> = {
  start: (room) => start(room, aSession(), minutesIn(60)),
  end: (room) => end(room, minutesIn(180)),
  explain: (room) => explain(room, cherry, minutesIn(70)),
  skip: (room) => skip(room, cherry),
  announce: (room) => announce(room, '欢迎', minutesIn(70)),
  drop: (room) => drop(room, aSession(), { templateId: tenOff, now: minutesIn(70) }),
  warmUp: (room) => warmUp(room, { daysBefore: 7, posters: 3 }),
  change: (room) => change(room),
}

describe('what can be done in a room', () => {
  test.each<[string, ...string[]]>([
    //           planned      live         ended
    ['start', 'live', 'live_cannot', 'live_cannot'],
    ['end', 'live_cannot', 'ended', 'live_cannot'],
    ['explain', 'live_cannot', 'live', 'live_cannot'],
    ['skip', 'live_cannot', 'live', 'live_cannot'],
    ['announce', 'planned', 'live', 'live_cannot'],
    ['drop', 'live_cannot', 'live', 'live_cannot'],
    ['warmUp', 'planned', 'live', 'live_cannot'],
    ['change', 'planned', 'live', 'live_cannot'],
  ])('%s, planned → %s, live → %s, ended → %s', (act, ...told) => {
    const statuses: LiveStatus[] = ['planned', 'live', 'ended']
    const decided = statuses.map((status) => acts[act]?.(aRoom(status)))
    expect(decided.map((one) => (one && hasFailed(one) ? one.code : one?.status))).toEqual(told)
  })

  test('leads from planned to ended, and no way back', () => {
    expect([...reachable(liveMoves, 'planned')]).toEqual(['planned', 'live', 'ended'])
    expect([...reachable(liveMoves, 'live')]).toEqual(['live', 'ended'])
    expect([...reachable(liveMoves, 'ended')]).toEqual(['ended'])
  })

  test('changes nothing but what it is about, and counts no write by itself', () => {
    for (const act of Object.values(acts)) {
      const before = aRoom('live')
      const decided = act(before)
      if (!hasFailed(decided)) expect(decided.rev).toBe(before.rev)
    }
  })
})

describe('a session starts', () => {
  test.each([
    ['more than an hour before its time', -1, 'live_early'],
    ['an hour before its time', 0, 'live'],
    ['at its time', 60, 'live'],
    ['late', 90, 'live'],
  ])('%s', (_when, minute, told) => {
    const decided = start(aRoom(), aSession(), minutesIn(minute))
    expect(hasFailed(decided) ? decided.code : decided.status).toBe(told)
  })

  test('and who is early is told from when on', () => {
    const early = start(aRoom(), aSession(), minutesIn(-30)) as Failure
    expect(early.details).toEqual({ from: MORNING })
  })

  test('and is ended by the timer an hour after its planned end', () => {
    const live = must(start(aRoom(), aSession(), minutesIn(60)))
    expect(live).toMatchObject({ startedAt: minutesIn(60), endedAt: null, dueAt: minutesIn(240) })
    expect(must(end(live, minutesIn(100)))).toMatchObject({ endedAt: minutesIn(100), dueAt: null })
  })
})

describe('the run-of-show', () => {
  test('explains one product after the other', () => {
    const first = must(explain(aRoom('live'), cherry, minutesIn(61)))
    expect(first.explaining).toEqual({ dealId: cherry, since: minutesIn(61) })
    const next = must(explain(first, pear, minutesIn(66)))
    expect(next.explaining).toEqual({ dealId: pear, since: minutesIn(66) })
    expect(next.shown).toEqual({ cherry: 'explained' })
    expect(must(end(next, minutesIn(70)))).toMatchObject({
      explaining: null,
      shown: { cherry: 'explained', pear: 'explained' },
    })
  })

  test('begins nothing anew where the same product is explained again', () => {
    const first = must(explain(aRoom('live'), cherry, minutesIn(61)))
    expect(must(explain(first, cherry, minutesIn(63)))).toEqual(first)
  })

  test('comes back to what was explained or skipped before', () => {
    const skipped = must(skip(aRoom('live'), cherry))
    expect(must(explain(skipped, cherry, minutesIn(61))).explaining?.dealId).toBe(cherry)
  })

  test('skips what comes and what is explained, and not what was', () => {
    const first = must(explain(aRoom('live'), cherry, minutesIn(61)))
    const broken = must(skip(first, cherry))
    expect(broken).toMatchObject({ explaining: null, shown: { cherry: 'skipped' } })
    const ahead = must(skip(first, pear))
    expect(ahead).toMatchObject({ explaining: first.explaining, shown: { pear: 'skipped' } })
    const next = must(explain(first, pear, minutesIn(66)))
    expect((skip(next, cherry) as Cannot).code).toBe('live_cannot')
  })
})

describe('the room is told', () => {
  test('announcements, the newest first, and forgets old ones', () => {
    let room = aRoom('live')
    for (let minute = 0; minute < MOST_ANNOUNCEMENTS + 3; minute += 1) {
      room = must(announce(room, `第 ${minute} 条`, minutesIn(60 + minute)))
    }
    expect(room.announcements).toHaveLength(MOST_ANNOUNCEMENTS)
    expect(room.announcements[0]).toEqual({ words: '第 22 条', at: minutesIn(82) })
    expect(room.announcements.at(-1)?.words).toBe('第 3 条')
  })

  test('of coupons of its own session only', () => {
    const foreign = drop(aRoom('live'), aSession(), { templateId: id('other'), now: MORNING })
    expect((foreign as Failure).code).toBe('template_unknown')
  })

  test('of a coupon that is dropped again as of the newest', () => {
    const plan = aSession({ templateIds: [id('ten-off'), id('five-off')] })
    const dropped = (room: LiveRoom, name: string, minute: number) =>
      must(drop(room, plan, { templateId: id(name), now: minutesIn(minute) }))
    const twice = dropped(dropped(aRoom('live'), 'ten-off', 61), 'five-off', 62)
    expect(twice.drops.map(({ templateId }) => templateId)).toEqual(['five-off', 'ten-off'])
    const again = dropped(twice, 'ten-off', 63)
    expect(again.drops).toEqual([
      { templateId: 'ten-off', at: minutesIn(63) },
      { templateId: 'five-off', at: minutesIn(62) },
    ])
  })

  test('how many posters went out on which day; the last word counts', () => {
    const once = must(warmUp(aRoom(), { daysBefore: 7, posters: 1 }))
    const other = must(warmUp(once, { daysBefore: 6, posters: 3 }))
    expect(must(warmUp(other, { daysBefore: 7, posters: 3 })).warmedUp).toEqual({ 6: 3, 7: 3 })
  })
})

test.each([
  ['planned', null],
  ['live', { id: 'sunday', hostId: 'li' }],
  ['ended', null],
] as const)('an order that is placed from a room that is %s', (status, live) => {
  expect(liveOrder(aSession(), { status })).toEqual(live)
})
