import { liveOrder, type LiveSession } from '@domain/live/session'
import { after } from '@domain/time'
import { id, minutesIn, MORNING } from '../build'

const session: LiveSession = {
  _id: id('sunday'),
  title: '周日直播',
  startsAt: MORNING,
  endsAt: minutesIn(120),
  hostId: id('li'),
  coHostId: null,
  technicianId: null,
  products: [],
}

test.each([
  ['a millisecond before it begins', after(MORNING, -1), null],
  ['as it begins', MORNING, { id: 'sunday', hostId: 'li' }],
  ['in its last millisecond', after(session.endsAt, -1), { id: 'sunday', hostId: 'li' }],
  ['as it ends', session.endsAt, null],
])('an order that is placed %s', (_what, now, live) => {
  expect(liveOrder(session, now)).toEqual(live)
})
