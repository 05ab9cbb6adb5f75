import { databaseSubject } from '../../emulator/faults/subject'

const reading = (id: string) =>
  databaseSubject('database.getDocument', 'things', { query: { _id: id } })

const adding = (id: string) => databaseSubject('database.insertDocument', 'things', { ids: [id] })

const order = '3f9a1c5b7d3f9a1c5b7d3f9a1c5b'
const other = 'a1c5b7d3f9a1c5b7d3f9a1c5b7d3'

test.each([
  ['a code', '482915730264', '100200300400'],
  ['a token of a link', '2b3c4d5e6f7g8h9ijkmn', 'zyxwvutsrqpnmkjihgfe'],
  ['a key made from a token', `${order}0f1e`, `${other}2d3c`],
  ['the mark behind an id', `${order}-0f1e2d3c`, `${order}-c3d2e1f0`],
])('what chance makes another in every run names no call: %s', (_what, one, another) => {
  expect(reading(one)).toBe(reading(another))
})

test('a token names no call that adds it either', () => {
  expect(adding('2b3c4d5e6f7g8h9ijkmn')).toBe(adding('zyxwvutsrqpnmkjihgfe'))
})

test('what is the same in every run tells calls apart', () => {
  expect(reading(order)).not.toBe(reading(other))
  expect(reading('neighbour-1')).not.toBe(reading('neighbour-2'))
  expect(adding(order)).not.toBe(adding(other))
})
