import { messageKinds } from '@domain/messages/wallet'
import { aRequest, takes } from '../actions'

const consents = (own: object) =>
  takes('messages.consent', { requestId: aRequest, kinds: ['flashStart'], ...own })

describe('a consent', () => {
  test.each(messageKinds)('may be for %s', (kind) => {
    expect(consents({ kinds: [kind] })).toBe(true)
  })

  test('is for as many kinds as WeChat asks for at once', () => {
    expect(consents({ kinds: messageKinds.slice(0, 5) })).toBe(true)
    expect(consents({ kinds: [...messageKinds.slice(0, 5), 'flashStart'] })).toBe(false)
    expect(consents({ kinds: [] })).toBe(false)
  })

  test.each<[string, object]>([
    ['a kind that is none', { kinds: ['birthday'] }],
    ['a number of its own', { count: 5 }],
    ['another member', { memberId: 'bo' }],
    ['no request', { requestId: 'again' }],
  ])('is not for %s', (_, own) => {
    expect(consents(own)).toBe(false)
  })
})
