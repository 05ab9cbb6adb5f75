import { openCloud, type TestCloud } from './open-cloud'
import type { Command } from './sdk'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud()
})
beforeEach(() => cloud.store.reset())
afterAll(() => cloud.close())

type Change = (command: Command) => object

async function afterUpdate(before: object, change: Change): Promise<object> {
  const db = cloud.sdk.database()
  await db.collection('goods').add({ data: { ...before, _id: 'x' } })
  await db
    .collection('goods')
    .doc('x')
    .update({ data: change(db.command) })
  const { _id, ...rest } = cloud.store.get('goods', 'x') ?? { _id: 'x' }
  return rest
}

const works: [sentence: string, before: object, change: Change, after: object][] = [
  ['a plain value sets a field', { a: 1 }, () => ({ a: 2, b: null }), { a: 2, b: null }],
  [
    'a nested object sets its own fields only',
    { a: { x: 1, y: 2 } },
    () => ({ a: { x: 3 } }),
    { a: { x: 3, y: 2 } },
  ],
  [
    'set replaces a nested object',
    { a: { x: 1, y: 2 } },
    (_) => ({ a: _.set({ x: 3 }) }),
    { a: { x: 3 } },
  ],
  [
    'a dotted path makes the objects on its way',
    {},
    () => ({ 'a.b.c': 1 }),
    { a: { b: { c: 1 } } },
  ],
  [
    'a number in a path names the place in an array',
    { a: [1, { b: 2 }] },
    () => ({ 'a.1.b': 3 }),
    { a: [1, { b: 3 }] },
  ],
  [
    'a place beyond the end fills up with nulls',
    { a: [1] },
    () => ({ 'a.3': 4 }),
    { a: [1, null, null, 4] },
  ],
  ['inc adds', { a: 1 }, (_) => ({ a: _.inc(-3) }), { a: -2 }],
  ['inc makes a missing field', {}, (_) => ({ a: _.inc(5) }), { a: 5 }],
  ['mul multiplies', { a: 3 }, (_) => ({ a: _.mul(2) }), { a: 6 }],
  ['mul makes a missing field zero', {}, (_) => ({ a: _.mul(2) }), { a: 0 }],
  [
    'min keeps the lesser',
    { a: 3, b: 3 },
    (_) => ({ a: _.min(2), b: _.min(9), c: _.min(1) }),
    { a: 2, b: 3, c: 1 },
  ],
  [
    'max keeps the greater, of dates too',
    { a: new Date(1) },
    (_) => ({ a: _.max(new Date(2)) }),
    { a: new Date(2) },
  ],
  [
    'numbers come before text for min and max',
    { a: 'x', b: 1 },
    (_) => ({ a: _.min(5), b: _.max('y') }),
    { a: 5, b: 'y' },
  ],
  ['rename moves a field', { a: 1, b: 2 }, (_) => ({ a: _.rename('c') }), { b: 2, c: 1 }],
  ['rename of a missing field does nothing', { b: 2 }, (_) => ({ a: _.rename('c') }), { b: 2 }],
  [
    'remove takes a field away',
    { a: 1, b: { c: 1, d: 2 } },
    (_) => ({ a: _.remove(), 'b.c': _.remove() }),
    { b: { d: 2 } },
  ],
  [
    'remove leaves null in an array',
    { a: [1, 2] },
    (_) => ({ 'a.0': _.remove() }),
    { a: [null, 2] },
  ],
  [
    'bit ands, ors and xors',
    { a: 13, b: 5, c: 5 },
    (_) => ({ a: _.bit({ and: 10 }), b: _.bit({ or: 2 }), c: _.bit({ xor: 1 }) }),
    { a: 8, b: 7, c: 4 },
  ],
  ['push appends', { a: [1] }, (_) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
  ['push makes an array', {}, (_) => ({ a: _.push([1]) }), { a: [1] }],
  [
    'push inserts, sorts and cuts',
    { a: [5, 1] },
    (_) => ({ a: _.push({ each: [3, 4], position: 0, sort: -1, slice: 3 }) }),
    { a: [5, 4, 3] },
  ],
  [
    'push sorts by a field and keeps the last',
    { a: [{ n: 2 }] },
    (_) => ({ a: _.push({ each: [{ n: 1 }], sort: { n: 1 }, slice: -1 }) }),
    { a: [{ n: 2 }] },
  ],
  [
    'push counts a negative position from the end',
    { a: [1, 4] },
    (_) => ({ a: _.push({ each: [2, 3], position: -1 }) }),
    { a: [1, 2, 3, 4] },
  ],
  ['unshift puts in front', { a: [2] }, (_) => ({ a: _.unshift([1]) }), { a: [1, 2] }],
  [
    'pop and shift take from the ends',
    { a: [1, 2], b: [1, 2], c: [] },
    (_) => ({ a: _.pop(), b: _.shift(), c: _.pop() }),
    { a: [1], b: [2], c: [] },
  ],
  ['pull takes equal values', { a: [1, 2, 1] }, (_) => ({ a: _.pull(1) }), { a: [2] }],
  [
    'pull takes what satisfies conditions',
    { a: [1, 5, 9] },
    (_) => ({ a: _.pull(_.gt(4)) }),
    { a: [1] },
  ],
  [
    'pull takes elements by their fields',
    { a: [{ k: 1, v: 2 }, { k: 2 }] },
    (_) => ({ a: _.pull({ k: 1 }) }),
    { a: [{ k: 2 }] },
  ],
  [
    'pullAll takes every listed value',
    { a: [1, 2, 3] },
    (_) => ({ a: _.pullAll([1, 3]) }),
    { a: [2] },
  ],
  [
    'addToSet adds only what is new; the order of fields counts',
    { a: [{ x: 1, y: 2 }] },
    (_) => ({
      a: _.addToSet({
        $each: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      }),
    }),
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  [
    'serverDate stands for the clock of the cloud',
    {},
    () => ({ a: cloud.sdk.database().serverDate() }),
    { a: new Date(Date.UTC(2026, 2, 1, 2)) },
  ],
]

test.each(works)('%s', async (_sentence, before, change, after) => {
  expect(await afterUpdate(before, change)).toEqual(after)
})

const refused: [rule: string, before: object, change: Change, words: string][] = [
  [
    'inc on null fails (MongoDB manual, $inc)',
    { a: null },
    (_) => ({ a: _.inc(1) }),
    'Cannot apply $inc to a value of non-numeric type',
  ],
  [
    'inc on text fails (MongoDB manual, $inc)',
    { a: 'x' },
    (_) => ({ a: _.inc(1) }),
    'non-numeric type string',
  ],
  [
    'mul on text fails (MongoDB manual, $mul)',
    { a: 'x' },
    (_) => ({ a: _.mul(1) }),
    'Cannot apply $mul',
  ],
  [
    'a path through null fails (MongoDB error 28, PathNotViable)',
    { a: null },
    () => ({ 'a.b': 1 }),
    "Cannot create field 'b' in element {a: null}",
  ],
  [
    'a path through a number fails (MongoDB error 28, PathNotViable)',
    { a: 5 },
    (_) => ({ 'a.b': _.inc(1) }),
    "Cannot create field 'b' in element {a: 5}",
  ],
  [
    'a word is no place in an array (MongoDB error 28, PathNotViable)',
    { a: [] },
    () => ({ 'a.b': 1 }),
    "Cannot create field 'b'",
  ],
  [
    'push needs an array (MongoDB manual, $push)',
    { a: 1 },
    (_) => ({ a: _.push([1]) }),
    "The field 'a' must be an array",
  ],
  [
    'addToSet needs an array (MongoDB manual, $addToSet)',
    { a: 1 },
    (_) => ({ a: _.addToSet(1) }),
    'Cannot apply $addToSet to non-array field',
  ],
  [
    'pop needs an array (MongoDB manual, $pop)',
    { a: 1 },
    (_) => ({ a: _.pop() }),
    'non-array type',
  ],
  [
    'pull needs an array (MongoDB manual, $pull)',
    { a: 1 },
    (_) => ({ a: _.pull(1) }),
    'Cannot apply $pull to a non-array value',
  ],
  [
    'bits need an integer (MongoDB manual, $bit)',
    { a: 1.5 },
    (_) => ({ a: _.bit({ and: 1 }) }),
    'Cannot apply $bit',
  ],
  [
    'two operators on one path conflict (MongoDB error 40)',
    { a: {} },
    (_) => ({ 'a.b': 1, a: _.set({}) }),
    'would create a conflict',
  ],
]

test.each(refused)('%s', async (_rule, before, change, words) => {
  const updated = afterUpdate(before, change)
  await expect(updated).rejects.toMatchObject({ errCode: -502001 })
  await expect(updated).rejects.toThrow(words)
})

test('nothing of a refused update is written', async () => {
  await expect(
    afterUpdate({ a: 1, b: 'x' }, (_) => ({ a: _.inc(1), b: _.inc(1) })),
  ).rejects.toThrow()
  expect(cloud.store.get('goods', 'x')).toEqual({ _id: 'x', a: 1, b: 'x' })
})
