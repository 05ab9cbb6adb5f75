import * as fc from 'fast-check'
import { freshAccount, heldPoints, withoutHold, type PointsAccount } from '@domain/points/account'
import { accountFaults } from '@domain/points/check'
import { expire } from '@domain/points/expiry'
import { post } from '@domain/points/ledger'
import { after, DAY, monthsLater, shopMonth, type Instant } from '@domain/time'
import { id, shopClock } from '../build'
import { always } from '../property'
import { aPosting, holding } from './build'

/** What happens to an account, some days after what happened before. */
type Happening = { readonly days: number } & (
  | { readonly what: 'earn' | 'take-back' | 'spend'; readonly points: number }
  | { readonly what: 'hold' | 'drop' | 'use'; readonly points: number; readonly order: number }
  | { readonly what: 'expire' }
)

const days = fc.integer({ min: 0, max: 40 })
const points = fc.integer({ min: 1, max: 200 })
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    days,
    points,
    what: fc.constantFrom('earn' as const, 'earn' as const, 'spend', 'take-back'),
  }),
  fc.record({
    ...{ days, points, order: fc.integer({ min: 1, max: 3 }) },
    what: fc.constantFrom('hold' as const, 'drop' as const, 'use' as const),
  }),
  fc.record({ days, what: fc.constant('expire' as const) }),
)

const MONTHS = 2

/** A single point in a second, simpler book: when it is over. */
type Point = Instant

/** An account beside a book in which every point lies by itself. */
interface Books {
  readonly account: PointsAccount
  readonly ledger: { readonly points: number; readonly entries: number }
  readonly book: readonly Point[]
  readonly debt: number
  readonly now: Instant
}

const opening: Books = {
  account: freshAccount(id('ann')),
  ledger: { points: 0, entries: 0 },
  book: [],
  debt: 0,
  now: shopClock('2026-01-15 12:00'),
}

/** Posts to the account, and point by point in the book. */
function move(books: Books, amount: number, account = books.account): Books {
  const posted = post(account, [aPosting(amount, { months: MONTHS })], books.now)
  const until = monthsLater(shopMonth(books.now), MONTHS + 1)
  const book = [...books.book]
  let debt = books.debt
  for (let one = 0; one < Math.abs(amount); one += 1) {
    if (amount > 0 && debt > 0) debt -= 1
    else if (amount > 0) book.push(until)
    else if (book.length > 0) book.shift()
    else debt += 1
  }
  const ledger = { points: books.ledger.points + amount, entries: books.ledger.entries + 1 }
  return { ...books, account: posted.account, ledger, book: book.sort((a, b) => a - b), debt }
}

function passTime(books: Books): Books {
  const { account, entries } = expire(books.account, books.now)
  const held = heldPoints(books.account)
  const over = books.book.filter((until) => until <= books.now).length
  const gone = Math.max(0, over - held)
  const ledger = {
    points: books.ledger.points + entries.reduce((sum, entry) => sum + entry.points, 0),
    entries: books.ledger.entries + entries.length,
  }
  return { ...books, account, ledger, book: books.book.slice(gone) }
}

function happen(before: Books, happening: Happening): Books {
  const books = { ...before, now: after(before.now, happening.days * DAY) }
  const { account } = books
  if (happening.what === 'expire') return passTime(books)
  if (happening.what === 'earn') return move(books, happening.points)
  if (happening.what === 'take-back') return move(books, -happening.points)
  if (happening.what === 'spend') {
    return account.available >= happening.points ? move(books, -happening.points) : books
  }
  const order = `order-${'order' in happening ? happening.order : 0}`
  const held = account.holds[order]?.n
  if (happening.what === 'hold') {
    const isFree = held === undefined && account.available >= happening.points
    return isFree ? { ...books, account: holding(account, order, happening.points) } : books
  }
  if (held === undefined) return books
  const free = withoutHold(account, order)
  return happening.what === 'drop' ? { ...books, account: free } : move(books, -held, free)
}

test('whatever happens, balance = ledger = lots − debt, and what expires first goes first', () => {
  always(fc.array(anyHappening, { maxLength: 60 }), (happenings) => {
    let books = opening
    for (const happening of happenings) {
      books = happen(books, happening)
      const { account, ledger, book, debt } = books
      expect(accountFaults(account, ledger)).toEqual([])
      expect(account.lots.flatMap((lot) => Array<Instant>(lot.points).fill(lot.expiresAt))).toEqual(
        book,
      )
      expect(account.balance).toBe(book.length - debt)
      expect(account.lots.every((lot) => lot.points > 0)).toBe(true)
    }
  })
})

test('what is held is always there when its order is paid, unless points were taken back', () => {
  const harmless = anyHappening.filter(({ what }) => what !== 'take-back')
  always(fc.array(harmless, { maxLength: 60 }), (happenings) => {
    const { account } = happenings.reduce(happen, opening)
    expect(account.available).toBeGreaterThanOrEqual(0)
    expect(account.balance).toBeGreaterThanOrEqual(heldPoints(account))
  })
})
