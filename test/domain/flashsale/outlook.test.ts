import type { FlashProgress } from '@domain/deals/progress'
import {
  sessionAfter,
  sessionInFront,
  sessionPhase,
  shelvesOf,
  type SessionLike,
} from '@domain/flashsale/outlook'
import { fen } from '@domain/money'
import { after, DAY, HOUR, MINUTE, type Instant } from '@domain/time'
import { id, MORNING } from '../build'

/** A session of an hour with so much left of each item. */
function aSession(saleId: string, startsAt: Instant, ...left: number[]): SessionLike {
  const items = left.map((pieces) => ({ left: pieces }))
  return { saleId: id(saleId), startsAt, endsAt: after(startsAt, HOUR), items }
}

/** Something that is sold in a session. */
function anItem(saleId: string, productId: string, own: Partial<FlashProgress['deal']> = {}) {
  const startsAt = own.startsAt ?? MORNING
  const deal: FlashProgress['deal'] = {
    _id: id(`${saleId}-${productId}-${startsAt}`),
    kind: 'flash',
    name: productId,
    productId: id(productId),
    skuId: id(productId),
    saleId: id(saleId),
    priceFen: fen(99),
    stock: 100,
    perMember: 1,
    payMinutes: 10,
    audience: { kind: 'all' },
    startsAt,
    endsAt: after(startsAt, HOUR),
    ...own,
  }
  const product: FlashProgress['product'] = {
    _id: id(productId),
    name: productId,
    subtitle: '',
    unit: '件',
    categoryId: id('daily'),
    originalPriceFen: null,
    picture: null,
    skuName: '',
    skuPriceFen: fen(990),
  }
  return { deal, product, left: 100 }
}

describe('where a session stands for somebody who looks at it', () => {
  test.each([
    ['unstarted', after(MORNING, -1), [5, 5]],
    ['running', MORNING, [5, 5]],
    ['running', MORNING, [0, 1]],
    ['soldOut', MORNING, [0, 0]],
    ['over', after(MORNING, HOUR), [5, 5]],
  ] as const)('%s', (phase, now, left) => {
    expect(sessionPhase(aSession('daily', MORNING, ...left), now)).toBe(phase)
  })
})

describe('after a session that is sold out comes', () => {
  const now = after(MORNING, 1)
  const gone = aSession('daily', MORNING, 0)
  const tomorrow = aSession('daily', after(MORNING, DAY), 5)
  const tonight = aSession('friday', after(MORNING, 10 * HOUR), 5)

  test('the next one of the same sale, although another starts sooner', () => {
    expect(sessionAfter(gone, [gone, tomorrow, tonight], now)).toBe(tomorrow)
  })

  test('the next one of any sale, where its own comes no more', () => {
    expect(sessionAfter(gone, [gone, tonight], now)).toBe(tonight)
  })

  test('nothing, where nothing comes', () => {
    expect(sessionAfter(gone, [gone], now)).toBeUndefined()
  })

  test('the soonest of other sales, in whatever order they stand', () => {
    const saturday = aSession('saturday', after(MORNING, 2 * DAY), 5)
    expect(sessionAfter(gone, [saturday, tonight], now)).toBe(tonight)
    expect(sessionAfter(gone, [tonight, saturday], now)).toBe(tonight)
  })

  test('none that has begun, be it at this very moment', () => {
    expect(sessionAfter(gone, [tonight], tonight.startsAt)).toBeUndefined()
  })
})

describe('shown first is', () => {
  const now = after(MORNING, 1)
  const running = aSession('running', MORNING, 5)
  const soldOut = aSession('sold-out', MORNING, 0)
  const coming = aSession('coming', after(MORNING, 2 * HOUR), 5)
  const later = aSession('later', after(MORNING, 3 * HOUR), 5)
  const past = aSession('past', after(MORNING, -60 * MINUTE), 5)
  const forAll = () => true
  const only = (one: SessionLike) => (session: SessionLike) => session === one

  test.each([
    ['the one that runs', running, [past, soldOut, coming, running]],
    ['the next one, where what runs is sold out', coming, [past, soldOut, later, coming]],
    ['the sold-out one, where nothing comes', soldOut, [past, soldOut]],
    ['nothing, where all is over', undefined, [past]],
  ])('%s', (_, front, sessions) => {
    expect(sessionInFront(sessions, now, forAll)).toBe(front)
  })

  test('of two that run, the one that is for whoever looks', () => {
    const other = aSession('other', MORNING, 5)
    expect(sessionInFront([running, other], now, only(other))).toBe(other)
    expect(sessionInFront([running, other], now, only(running))).toBe(running)
  })

  test('of two that are worth the same, the one that began first', () => {
    const earlier = aSession('earlier', after(MORNING, -30 * MINUTE), 5)
    expect(sessionInFront([running, earlier], now, forAll)).toBe(earlier)
  })

  test('none that ends at this very moment', () => {
    expect(sessionInFront([past], past.endsAt, forAll)).toBeUndefined()
    expect(sessionInFront([past], after(past.endsAt, -1), forAll)).toBe(past)
  })

  test('one that runs for others, before one that only comes', () => {
    expect(sessionInFront([running, coming], now, only(coming))).toBe(running)
  })
})

describe('items stand by their sessions', () => {
  const tomorrow = after(MORNING, DAY)
  const banana = anItem('daily', 'banana')
  const apple = anItem('daily', 'apple')
  const next = anItem('daily', 'banana', { startsAt: tomorrow })
  const silver = anItem('silver', 'cherry', {
    startsAt: after(MORNING, HOUR),
    audience: { kind: 'level', levelId: id('silver') },
  })
  const shelves = shelvesOf([next, banana, silver, apple])

  test('one session a sale and a start, soonest first', () => {
    expect(shelves.map(({ saleId, startsAt }) => [saleId, startsAt])).toEqual([
      ['daily', MORNING],
      ['silver', after(MORNING, HOUR)],
      ['daily', tomorrow],
    ])
    expect(shelves.map(({ items }) => items)).toEqual([[banana, apple], [silver], [next]])
  })

  test('and it is told which are not for everybody', () => {
    expect(shelves.map(({ isForAll }) => isForAll)).toEqual([true, false, true])
  })
})
