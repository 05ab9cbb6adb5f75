import { Auditor } from './auditor/auditor'
import type { Books } from './auditor/books'
import { PriceList } from './auditor/price-list'
import { forgeries } from './sabotages/forged'
import { simulated } from './simulator'
import { planStreet } from './street/plan'

jest.setTimeout(120_000)

/** A street on which everything happens that can be forged. */
const scale = { seed: 1, days: 30, steps: 1500 }

let books: Books
beforeAll(async () => {
  const options = [scale.seed, scale.days].map(String)
  const [report] = await simulated(...options, '--steps', String(scale.steps), '--books')
  if (!report?.books) throw new Error('The street told nothing.')
  books = report.books
})

/** An auditor who has looked at the books as they are. */
function auditorOf(): Auditor {
  const { offers, start } = planStreet(scale)
  const auditor = new Auditor(new PriceList(offers, start))
  auditor.look(structuredClone(books))
  return auditor
}

test('books that nobody forged are in order', () => {
  const auditor = auditorOf()
  auditor.close(structuredClone(books))
  expect(auditor.violations).toEqual([])
})

test.each(forgeries)('$rule: the auditor sees what was forged', ({ rule, forge }) => {
  const auditor = auditorOf()
  const forged = structuredClone(books)
  forge(forged as never, auditor)
  auditor.look(forged)
  auditor.close(forged)
  expect(auditor.violations.map((violation) => violation.rule)).toContain(rule)
})
