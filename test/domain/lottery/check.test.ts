import { createHash } from 'node:crypto'
import { sha256 as onPhone } from 'js-sha256'
import { checkDraw, type Published } from '@domain/lottery/check'
import { drawWinners, hashOfList } from '@domain/lottery/draw'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const seed = 'f00d'.repeat(16)
const codes = Array.from({ length: 40 }, (_, place) => sha256(`entry ${place}`).slice(0, 16)).sort()

const published: Published = {
  seed,
  commitment: sha256(seed),
  listHash: hashOfList(codes, sha256),
  entries: codes.length,
  winners: drawWinners({ seed, codes, prizes: 3 }, sha256),
  prizes: 3,
}

/** What does not hold. */
const failing = (change: Partial<Published>, list: readonly string[] = codes) =>
  checkDraw({ ...published, ...change }, list, sha256)
    .filter(({ holds }) => !holds)
    .map(({ kind }) => kind)

test('a draw that was fair holds in everything, with the phone’s own SHA-256 too', () => {
  expect(failing({})).toEqual([])
  expect(checkDraw(published, codes, onPhone)).toEqual(checkDraw(published, codes, sha256))
})

test('the phone’s SHA-256 is SHA-256, whatever is hashed', () => {
  for (const text of ['', 'abc', '直播抽奖', 'a'.repeat(55), 'b'.repeat(56), 'c'.repeat(1000)]) {
    expect(onPhone(text)).toBe(sha256(text))
  }
})

test('another seed than the one committed to is found out', () => {
  expect(failing({ seed: 'beef'.repeat(16) })).toEqual(['seed', 'winners'])
  expect(failing({ seed: null })).toEqual(['seed', 'winners'])
})

test('a list that somebody was put on, taken from, or exchanged in is found out', () => {
  const [first = '', ...others] = codes
  expect(failing({}, [...codes, 'f'.repeat(16)])).toContain('list')
  expect(failing({}, others)).toContain('list')
  expect(failing({}, ['0'.repeat(16), ...others])).toContain('list')
  expect(failing({}, [...others, first])).toEqual([])
})

test('other winners than the draw’s are found out, also in another order', () => {
  const [one = '', two = '', three = ''] = published.winners
  expect(failing({ winners: [two, one, three] })).toEqual(['winners'])
  expect(failing({ winners: [one, two] })).toEqual(['winners'])
})
