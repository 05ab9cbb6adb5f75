import { csvOf } from '../../src/text/csv'
import { fenTyped, countTyped } from '../../src/text/typed'
import { csvRows } from '../harness/csv'

describe('a table as a file', () => {
  const rows = [
    ['商品', '件数'],
    ['车厘子, "大果"', 2],
    ['两\n行', -3],
  ] as const

  test('is read back as it was written', () => {
    expect(csvRows(csvOf([rows]))).toEqual(rows.map((row) => row.map(String)))
  })

  test('begins with the mark of UTF-8, and an empty line parts the tables', () => {
    expect(csvOf([[['一']], [['二']]])).toBe('\uFEFF一\r\n\r\n二\r\n')
  })

  test.each(['=1+1', '+86', '-2', '@name'])('never lets a spreadsheet reckon with %s', (words) => {
    expect(csvRows(csvOf([[[words]]]))).toEqual([[`'${words}`]])
  })
})

describe('a sum that is typed', () => {
  test.each([
    ['9.9', 990],
    ['9.90', 990],
    ['128', 12_800],
    ['0.01', 1],
    ['12.', 1200],
    [' 5 ', 500],
  ])('%j is %d fen', (text, amount) => {
    expect(fenTyped(text)).toBe(amount)
  })

  test.each(['', '9.999', '1e3', '-1', '九', '.5', '1,000'])('%j is none', (text) => {
    expect(fenTyped(text)).toBeUndefined()
  })
})

test('a count that is typed is a whole number', () => {
  expect(['20', '0', ' 7 ', '2.5', '-1', ''].map(countTyped)).toEqual([
    ...[20, 0, 7, undefined, undefined, undefined],
  ])
})
