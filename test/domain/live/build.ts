/** 直播: sessions and rooms for tests; what is not named is the usual. */
import { freshRoom, type LiveRoom, type LiveStatus } from '@domain/live/room'
import { end, start } from '@domain/live/running'
import type { LiveSession } from '@domain/live/session'
import type { Failure } from '@domain/failure'
import { hasFailed } from '@domain/failure'
import { id, minutesIn } from '../build'

/** A session of two hours, an hour from now. */
export const aSession = (own: Partial<LiveSession> = {}): LiveSession => ({
  _id: id('sunday'),
  title: '周日直播',
  startsAt: minutesIn(60),
  endsAt: minutesIn(180),
  hostId: id('li'),
  coHostId: null,
  technicianId: null,
  minutesPerProduct: 5,
  products: [],
  templateIds: [id('ten-off')],
  lotteries: [],
  channels: null,
  warmUp: null,
  ...own,
})

/** A room of that session, as far as it is. */
export function aRoom(status: LiveStatus = 'planned', own: Partial<LiveRoom> = {}): LiveRoom {
  const { requests: _requests, ...planned } = freshRoom(aSession())
  if (status === 'planned') return { ...planned, ...own }
  const live = { ...must(start(planned, aSession(), minutesIn(60))), ...own }
  return status === 'live' ? live : must(end(live, minutesIn(180)))
}

/** What a rule answers, where it is known not to refuse. */
export function must<Answer>(answer: Answer | Failure): Answer {
  if (hasFailed(answer)) throw new Error(answer.code)
  return answer
}
