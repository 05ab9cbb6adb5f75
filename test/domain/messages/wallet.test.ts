import * as fc from 'fast-check'
import { hasFailed } from '@domain/failure'
import {
  allowedOf,
  countConsent,
  emptyWallet,
  messageKinds,
  MOST_ALLOWED,
  type MessageKind,
  type MessageWallet,
} from '@domain/messages/wallet'
import { after, type Instant } from '@domain/time'
import { id, MORNING } from '../build'
import { always } from '../property'

const empty = emptyWallet(id('ann'))

/** A tap of Ann's that allows some kinds. */
const tap = (requestId: string, ...kinds: MessageKind[]) => ({
  ...{ requestId, kinds },
  wish: kinds.join(' '),
})

/** The wallet after taps that are all counted. */
function tapped(wallet: MessageWallet, consent: ReturnType<typeof tap>, now: Instant = MORNING) {
  const counted = countConsent(wallet, consent, now)
  if (hasFailed(counted)) throw new Error(counted.code)
  return counted
}

describe('the message wallet', () => {
  test('counts one message for each kind that was allowed', () => {
    const once = tapped(empty, tap('a', 'flashStart', 'orderShipped'))
    expect(once.allowed).toEqual({ flashStart: 1, orderShipped: 1 })
    const twice = tapped(once, tap('b', 'flashStart'))
    expect(twice.allowed).toEqual({ flashStart: 2, orderShipped: 1 })
    expect(allowedOf(twice, 'refundSent')).toBe(0)
  })

  test('counts a kind once a tap, however often it is named', () => {
    expect(tapped(empty, tap('a', 'flashStart', 'flashStart')).allowed).toEqual({ flashStart: 1 })
  })

  test('knows a repeat, and counts nothing for it', () => {
    const once = tapped(empty, tap('a', 'flashStart'))
    expect(countConsent(once, tap('a', 'flashStart'), after(MORNING, 1000))).toBe(once)
  })

  test('takes no other kinds for a repeat', () => {
    const once = tapped(empty, tap('a', 'flashStart'))
    const other = countConsent(once, tap('a', 'refundSent'), MORNING)
    expect(other).toMatchObject({ failed: true, code: 'request_reused' })
  })

  test('has room for so many and no more', () => {
    const full = { ...empty, allowed: { flashStart: MOST_ALLOWED } }
    expect(tapped(full, tap('a', 'flashStart')).allowed.flashStart).toBe(MOST_ALLOWED)
  })

  test('holds the sum of all different taps, in whatever order they are told', () => {
    const kinds = fc.uniqueArray(fc.constantFrom(...messageKinds), { minLength: 1 })
    const taps = fc.uniqueArray(fc.tuple(fc.uuid(), kinds), {
      selector: ([requestId]) => requestId,
      maxLength: 20,
    })
    always(taps, (told) => {
      const all = [...told, ...told].reduce(
        (wallet, [requestId, own]) => tapped(wallet, tap(requestId, ...own)),
        empty,
      )
      for (const kind of messageKinds) {
        const given = told.filter(([, own]) => own.includes(kind)).length
        expect(allowedOf(all, kind)).toBe(given)
      }
    })
  })
})
