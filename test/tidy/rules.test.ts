import { readHouse } from './house'
import { plant } from './plant'
import { houseRules } from './rules'
import { oneDoorToThePhone } from './rules/devices'
import { promisesAreWritten } from './rules/docs'
import { namesSaySomething, noBarrels, platformPairs } from './rules/names'
import { rulesArePure } from './rules/purity'
import { fileSize, lineWidth, testDensity } from './rules/sizes'
import { everyTestRuns, noAny, noForeignPlaces, noPromises } from './rules/words'
import type { HouseRule, Slip } from './house'

/** What a rule finds in a house of these files. */
function findsIn(rule: HouseRule, files: Readonly<Record<string, string>>): Slip[] {
  const house = plant(files)
  try {
    return rule.check(readHouse(house.root))
  } finally {
    house.remove()
  }
}

type Example = readonly [what: string, file: string, text: string]

interface Proof {
  readonly rule: HouseRule
  readonly caught: readonly Example[]
  readonly fine: readonly Example[]
}

const rule = 'src/domain/rule.ts'
const page = 'src/pages/catalog/home/index.tsx'

const proofs: readonly Proof[] = [
  {
    rule: fileSize,
    caught: [['301 lines', 'src/long.ts', '\n'.repeat(301)]],
    fine: [
      ['300 lines', 'src/long.ts', '\n'.repeat(300)],
      ['a long document', 'README.md', '\n'.repeat(999)],
      ['what a tool wrote', 'dist/app.js', '\n'.repeat(999)],
    ],
  },
  {
    rule: lineWidth,
    caught: [
      ['101 columns', 'src/wide.ts', 'x'.repeat(101)],
      ['a wide style', 'src/wide.scss', 'x'.repeat(101)],
    ],
    fine: [
      ['100 columns', 'src/wide.ts', 'x'.repeat(100)],
      ['a wide shop file', 'demo/shop.json', 'x'.repeat(999)],
    ],
  },
  {
    rule: testDensity,
    caught: [
      ['a rule without a test', rule, 'export const one = 1\n'],
      ['a handler without a test', 'cloudfunctions/server/orders/place.ts', 'place()\n'],
    ],
    fine: [['a page', page, 'export default 1\n']],
  },
  {
    rule: namesSaySomething,
    caught: [
      ['a folder of utils', 'src/utils/money.ts', ''],
      ['a file of helpers', 'emulator/helpers.ts', ''],
      ['what is common', 'src/common/a.ts', ''],
      ['a manager', 'src/stores/manager.ts', ''],
    ],
    fine: [['a noun', 'src/domain/money.ts', '']],
  },
  {
    rule: noBarrels,
    caught: [
      [
        'an index of re-exports',
        'src/domain/index.ts',
        "export * from './a'\nexport { b } from './b'",
      ],
    ],
    fine: [
      ['an index that is a page', page, "import { a } from './a'\nexport default a"],
      ['a file of its own with one re-export', rule, "export * from './a'\nexport const b = 1"],
    ],
  },
  {
    rule: platformPairs,
    caught: [
      ['a file for H5 only', 'src/platform/pay.h5.ts', ''],
      ['a file for WeChat only', 'src/platform/pay.weapp.ts', ''],
    ],
    fine: [['a file for both', 'src/platform/poll.ts', '']],
  },
  {
    rule: noPromises,
    caught: [
      ['something to do', 'src/a.ts', '// TODO: later'],
      ['something to fix', 'src/a.scss', '/* FIXME */'],
    ],
    fine: [['a todo list of an order', rule, 'order.todo // what is left']],
  },
  {
    rule: everyTestRuns,
    caught: [
      ['an only', 'test/domain/a.test.ts', "test.only('a', () => {})"],
      ['a skip', 'test/domain/a.test.ts', "describe.skip('a', () => {})"],
      ['a skipped table', 'test/domain/a.test.ts', "test.skip.each([1])('a', () => {})"],
      ['a test to be written', 'test/domain/a.test.ts', "it.todo('a')"],
      ['an old way to skip', 'test/domain/a.test.ts', "xit('a', () => {})"],
    ],
    fine: [['a page that skips rows', 'test/domain/a.test.ts', 'orders.skip(20).only']],
  },
  {
    rule: noForeignPlaces,
    caught: [
      ['a path of a workshop', 'scripts/a.mjs', "read('/work/main/src')"],
      ['a folder beside the house', 'README.md', 'see ../shared/DESIGN.md'],
      ['a registry', '.npmrc', 'registry=https://registry.npmjs.org/'],
      ['a mirror', 'package-lock.json', '"resolved": "https://cdn.npmmirror.com/a.tgz"'],
      ["somebody's home", 'scripts/a.mjs', "'/home/ann/shop'"],
    ],
    fine: [
      ['a worker', 'emulator/a.ts', "import './functions/worker'\nfork('/worker')"],
      ['a package', 'src/a.ts', "import { isWeb } from '@tarojs/shared'"],
      ['a text', 'src/a.ts', "import { x } from '@/text/shared'"],
    ],
  },
  {
    rule: noAny,
    caught: [
      ['a variable of any kind', 'emulator/a.ts', 'let a: any'],
      ['a cast', 'scripts/a.ts', 'b as any'],
      ['a list of anything', 'test/a.ts', 'const c: Array<any> = []'],
    ],
    fine: [['the word', 'src/a.ts', "const any = 'any' // any"]],
  },
  {
    rule: promisesAreWritten,
    caught: [
      ['a function without a sentence', rule, 'export function a() {}'],
      ['a type without one', rule, 'export type A = 1'],
      ['an interface without one', rule, 'export interface A { b: 1 }'],
      ['a handler without one', 'cloudfunctions/server/a.ts', 'export const a = 1'],
      ['a word that is no sentence', rule, '/** money */\nexport const a = 1'],
      ['a comment that is no doc', rule, '// Money.\nexport const a = 1'],
      ['a doc of the one before', rule, '/** One. */\nexport const a = 1\n\nexport const b = 2'],
    ],
    fine: [
      ['a sentence', rule, '/** Adds sums. */\nexport function add() {}'],
      ['a paragraph', rule, '/** Ids. */\nexport type A = 1\nexport type B = 2\nexport type C = 3'],
      ['what is not exported', rule, 'const a = 1'],
      ['a page', page, 'export const a = 1'],
    ],
  },
  {
    rule: rulesArePure,
    caught: [
      ['a clock', rule, 'export const a = Date.now()'],
      ['a new date', rule, 'export const a = new Date()'],
      ['a clock of dayjs', rule, 'export const a = dayjs()'],
      ['dice', rule, 'export const a = Math.random()'],
      ['waiting', rule, 'setTimeout(a, 1)'],
      ['an async function', rule, 'export async function a() {}'],
      ['an async arrow', rule, 'export const a = async () => 1'],
      ['await', rule, 'await a'],
      ['a promise', rule, 'export const a = Promise.resolve(1)'],
      ['the screen', rule, "document.querySelector('a')"],
      ['the net', rule, "fetch('/')"],
      ['the environment', rule, 'export const a = process.env.TZ'],
      ['the log', rule, "console.log('a')"],
    ],
    fine: [
      ['a moment that is handed in', rule, 'export const a = (now: Instant) => dayjs(now)'],
      ['a field that is called so', rule, 'order.document.location'],
      ['a written date', rule, "Date.parse('2026-03-01T10:00:00+08:00')"],
      ['a date in a store', 'src/platform/clock.ts', 'Date.now()'],
    ],
  },
  {
    rule: oneDoorToThePhone,
    caught: [
      ['all of Taro', page, "import Taro from '@tarojs/taro'"],
      ['all of Taro under a name', page, "import * as Taro from '@tarojs/taro'"],
      ['a device', page, "import { useDidShow, showToast } from '@tarojs/taro'"],
      ['a hook in a store', 'src/stores/a.ts', "import { useDidShow } from '@tarojs/taro'"],
      ['a device in a component', 'src/components/a.tsx', "import { request } from '@tarojs/taro'"],
      ['WeChat itself', page, 'wx.login()'],
      ["the browser's store", 'src/stores/a.ts', "localStorage.getItem('a')"],
      ["the browser's window", 'src/components/a.tsx', 'window.scrollTo(0, 0)'],
    ],
    fine: [
      ['hooks', page, "import { useDidShow, useRouter } from '@tarojs/taro'"],
      ['types', 'src/stores/a.ts', "import type Taro from '@tarojs/taro'"],
      ['the platform', 'src/platform/a.ts', "import Taro from '@tarojs/taro'\nwx.login()"],
      ['a field that is called so', page, 'deal.window.location'],
      ['markup', page, "import { View } from '@tarojs/components'"],
    ],
  },
]

test('every rule of the house has its proofs', () => {
  expect(proofs.map((proof) => proof.rule)).toEqual(houseRules)
})

describe.each(proofs.map((proof) => [proof.rule.name, proof] as const))(
  '%s',
  (_, { rule: own, caught, fine }) => {
    test.each(caught)('catches %s', (_what, file, text) => {
      expect(findsIn(own, { [file]: text }).map((slip) => slip.file)).toContainEqual(
        expect.stringMatching(own === testDensity ? /\/$/ : file.replaceAll('.', '\\.')),
      )
    })

    test.each(fine)('lets %s be', (_what, file, text) => {
      expect(findsIn(own, { [file]: text })).toEqual([])
    })
  },
)

test('a slip is told with its place', () => {
  const files = { 'src/domain/rule.ts': '\nconst a = 1\nconst b = Math.random()\n' }
  expect(findsIn(rulesArePure, files)).toEqual([
    { file: 'src/domain/rule.ts', line: 3, slip: 'dice: Math.random' },
  ])
})

test('a rule that is tested enough is left in peace', () => {
  const files = { [rule]: 'one\ntwo\n', 'test/domain/rule.test.ts': 'one\ntwo\n' }
  expect(findsIn(testDensity, files)).toEqual([])
  expect(findsIn(testDensity, { ...files, [rule]: 'one\ntwo\nthree\n' })).toHaveLength(1)
})

test('a file that hides its twins is caught', () => {
  const twins = { 'src/platform/pay.h5.ts': '', 'src/platform/pay.weapp.ts': '' }
  expect(findsIn(platformPairs, twins)).toEqual([])
  expect(findsIn(platformPairs, { ...twins, 'src/platform/pay.ts': '' })).toHaveLength(2)
})
