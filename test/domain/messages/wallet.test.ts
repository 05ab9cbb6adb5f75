import * as fc from 'fast-check'
import {
  allowedOf,
  CONSENTS_KNOWN,
  countConsent,
  emptyWallet,
  messageKinds,
  MOST_ALLOWED,
} from '@domain/messages/wallet'
import { after } from '@domain/time'
import { id, MORNING } from '../build'
import { always } from '../property'

const empty = emptyWallet(id('ann'))

describe('the message wallet', () => {
  test('counts one message for each kind that was allowed', () => {
    const kinds = ['flashStart', 'orderShipped'] as const
    const once = countConsent(empty, { requestId: 'a', kinds }, MORNING)
    expect(once.allowed).toEqual({ flashStart: 1, orderShipped: 1 })
    const twice = countConsent(once, { requestId: 'b', kinds: ['flashStart'] }, MORNING)
    expect(twice.allowed).toEqual({ flashStart: 2, orderShipped: 1 })
    expect(allowedOf(twice, 'refundSent')).toBe(0)
  })

  test('counts a kind once a tap, however often it is named', () => {
    const kinds = ['flashStart', 'flashStart'] as const
    expect(countConsent(empty, { requestId: 'a', kinds }, MORNING).allowed).toEqual({
      flashStart: 1,
    })
  })

  test('knows a repeat, and counts nothing for it', () => {
    const consent = { requestId: 'a', kinds: ['flashStart'] as const }
    const once = countConsent(empty, consent, MORNING)
    expect(countConsent(once, consent, after(MORNING, 1000))).toBe(once)
  })

  test('forgets taps of which nobody tells any more', () => {
    const consent = (requestId: string) => ({ requestId, kinds: ['flashStart'] as const })
    const once = countConsent(empty, consent('a'), MORNING)
    const last = after(MORNING, CONSENTS_KNOWN - 1)
    expect(Object.keys(countConsent(once, consent('b'), last).requests)).toEqual(['a', 'b'])
    const later = after(MORNING, CONSENTS_KNOWN)
    expect(Object.keys(countConsent(once, consent('b'), later).requests)).toEqual(['b'])
  })

  test('has room for so many and no more', () => {
    const full = { ...empty, allowed: { flashStart: MOST_ALLOWED } }
    const consent = { requestId: 'a', kinds: ['flashStart'] as const }
    expect(countConsent(full, consent, MORNING).allowed.flashStart).toBe(MOST_ALLOWED)
  })

  test('holds the sum of all different taps, in whatever order they are told', () => {
    const kinds = fc.uniqueArray(fc.constantFrom(...messageKinds), { minLength: 1 })
    const taps = fc.uniqueArray(fc.record({ requestId: fc.uuid(), kinds }), {
      selector: ({ requestId }) => requestId,
      maxLength: 20,
    })
    always(taps, (told) => {
      const all = [...told, ...told].reduce((own, tap) => countConsent(own, tap, MORNING), empty)
      for (const kind of messageKinds) {
        const given = told.filter((tap) => tap.kinds.includes(kind)).length
        expect(allowedOf(all, kind)).toBe(given)
      }
    })
  })
})
