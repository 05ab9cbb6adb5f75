import { aRequest, notIds, read, takes, unprintable } from '../actions'

const inviting = { requestId: aRequest, name: '小李', storeId: 'store-01', kind: 'employee' }

describe('guides.invite', () => {
  test.each([
    ['a new place', {}],
    ['a place that is there', { guideId: 'guide-01' }],
    ['somebody whom a guide brought', { invitedBy: 'guide-01', kind: 'agent' }],
    ['a customer', { kind: 'customer' }],
  ])('takes %s', (_what, own) => {
    expect(takes('guides.invite', { ...inviting, ...own })).toBe(true)
  })

  test.each<[string, object]>([
    ['kind', { kind: 'boss' }],
    ['member', { memberId: 'ann' }],
    ['code', { code: 'AAAA2222' }],
    ...['', ' ', 'x'.repeat(21), ...unprintable].map((name): [string, object] => [
      'name',
      { name },
    ]),
    ...notIds.map((storeId): [string, object] => ['store', { storeId }]),
    ...notIds.map((guideId): [string, object] => ['guide', { guideId }]),
  ])('takes no such %s: %j', (_what, own) => {
    expect(takes('guides.invite', { ...inviting, ...own })).toBe(false)
  })
})

describe('guides.accept', () => {
  test('takes a code as people type it', () => {
    expect(read('guides.accept', { code: ' abcd2345 ' })).toEqual({ code: 'abcd2345' })
  })

  test.each(['', 'abc', 'x'.repeat(17), 7, null, ...unprintable])('takes no code %j', (code) => {
    expect(takes('guides.accept', { code })).toBe(false)
  })
})

describe('what a guide looks at', () => {
  test.each([
    ['guides.trend', { days: 7 }],
    ['guides.trend', { days: 30 }],
    ['guides.customers', { tab: 'all' }],
    ['guides.customers', { tab: 'unbought', before: 1 }],
    ['guides.desk', {}],
    ['guides.material', {}],
    ['guides.ranking', {}],
  ] as const)('%s takes %j', (name, input) => {
    expect(takes(name, input)).toBe(true)
  })

  test.each([
    ['guides.trend', { days: 365 }],
    ['guides.trend', {}],
    ['guides.customers', { tab: 'others' }],
    ['guides.customers', { tab: 'all', guideId: 'guide-02' }],
    ['guides.desk', { guideId: 'guide-02' }],
    ['guides.ranking', { storeId: 'store-02' }],
  ] as const)('%s takes no %j', (name, input) => {
    expect(takes(name, input)).toBe(false)
  })
})

describe('guides.activate', () => {
  const leaving = { requestId: aRequest, guideId: 'guide-01', isActive: false, reason: '离职了' }

  test('takes whether, and why', () => {
    expect(takes('guides.activate', leaving)).toBe(true)
    expect(takes('guides.activate', { ...leaving, isActive: 'no' })).toBe(false)
    expect(takes('guides.activate', { ...leaving, reason: '' })).toBe(false)
  })
})
