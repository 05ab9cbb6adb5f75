import { ranked } from '@domain/guides/ranking'

const month = (name: string, paidFen: number, orders = 0, newMembers = 0) => ({
  ...{ name, paidFen, orders, newMembers },
})
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test.each([
  ['who sold most comes first', [month('li', 100), month('wang', 300), month('zhao', 200)]],
  ['of equal sums, more orders', [month('li', 1, 1), month('wang', 1, 3), month('zhao', 1, 2)]],
  [
    'of equal orders, more new members',
    [month('li', 1, 1, 1), month('wang', 1, 1, 9), month('zhao', 1, 1, 4)],
  ],
])('%s', (_what, rows) => {
  expect(names(ranked(rows))).toEqual(['wang', 'zhao', 'li'])
  expect(names(ranked([...rows].reverse()))).toEqual(['wang', 'zhao', 'li'])
})

test('equals stand by their names, whoever comes first', () => {
  const rows = [month('wang', 1), month('li', 1)]
  expect(names(ranked(rows))).toEqual(['li', 'wang'])
  expect(names(ranked([...rows].reverse()))).toEqual(['li', 'wang'])
})
