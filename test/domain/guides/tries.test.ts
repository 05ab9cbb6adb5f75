import { hasFailed } from '@domain/failure'
import { MOST_TRIES, tryInvitation, type InvitationTries } from '@domain/guides/tries'
import { after, HOUR, instant } from '@domain/time'
import { id, MORNING as now } from '../build'

const ann = id<'member'>('ann')

const tried = (tries: number, own: Partial<InvitationTries> = {}): InvitationTries => ({
  ...{ _id: ann, tries, until: after(now, HOUR) },
  ...own,
})

describe('a code of an invitation', () => {
  test('is counted from the first one on, for an hour', () => {
    expect(tryInvitation(ann, undefined, now)).toEqual(tried(1))
    expect(tryInvitation(ann, tried(1), now)).toEqual(tried(2))
  })

  test.each([
    [MOST_TRIES - 1, false],
    [MOST_TRIES, true],
    [MOST_TRIES + 1, true],
  ])('after %d others is refused: %s', (tries, isRefused) => {
    const told = tryInvitation(ann, tried(tries), now)
    expect(hasFailed(told)).toBe(isRefused)
    if (isRefused) {
      expect(told).toMatchObject({ code: 'tries_over', details: { until: after(now, HOUR) } })
    }
  })

  test.each([
    ['a moment before the hour is over', -1, true],
    ['when it is over', 0, false],
    ['long after it', HOUR, false],
  ])('is refused %s: %d ms later %s', (_when, later, isRefused) => {
    const full = tried(MOST_TRIES, { until: now })
    const told = tryInvitation(ann, full, instant(now + later))
    expect(hasFailed(told)).toBe(isRefused)
  })

  test('is the first one of a new hour when the last one is over', () => {
    expect(tryInvitation(ann, tried(MOST_TRIES, { until: now }), now)).toEqual(tried(1))
  })
})
