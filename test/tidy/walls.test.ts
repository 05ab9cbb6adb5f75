import { readFileSync } from 'node:fs'
import path from 'node:path'
import { plant, type PlantedHouse } from './plant'
import { breaches, type Breach } from './walls'

jest.setTimeout(120_000)

const root = path.resolve(__dirname, '../..')

test('no import of the house goes through a wall', () => {
  const { cruised, slips } = breaches(root)
  expect(slips.map(({ file, slip, why }) => `${file} → ${slip}  ${why}`)).toEqual([])
  expect(cruised).toBeGreaterThan(100)
})

test('the walls know the same subpackages as the app', () => {
  const app = readFileSync(path.join(root, 'src/app.config.ts'), 'utf8')
  const roots = [...app.matchAll(/root: 'pages\/([a-z/]+)'/g)].map(([, name]) => name)
  expect(roots.length).toBeGreaterThan(0)
  const walls = readFileSync(path.join(root, '.dependency-cruiser.cjs'), 'utf8')
  const [, list = ''] = /const subpackages = \[(.*?)\]\.join/s.exec(walls) ?? []
  const known = [...list.matchAll(/'([a-z/]+)'/g)].map(([, name]) => name)
  expect(known).toEqual(roots)
})

const text = (...lines: string[]) => lines.join('\n').concat('\n')

/** A house in which everything is as it should be. */
const sound = {
  'src/domain/money.ts': "import dayjs from 'dayjs'\nexport const day = dayjs\n",
  'src/domain/orders/contract.ts': text(
    "import * as z from 'zod'",
    'export const place = z.object({})',
    'export type Place = z.infer<typeof place>',
  ),
  'src/domain/orders/kept.contract.ts':
    "import { place } from './contract'\nexport const kept = { place }\n",
  'src/domain/api.ts': text(
    "import type * as z from 'zod'",
    "import type { place } from './orders/contract'",
    'export type Input = z.input<typeof place>',
  ),
  'src/domain/hen.ts': "import type { Egg } from './egg'\nexport interface Hen { lays: Egg }\n",
  'src/domain/egg.ts': "import type { Hen } from './hen'\nexport interface Egg { becomes: Hen }\n",
  'src/platform/call.ts': text(
    "import { send } from './send'",
    "import type { Input } from '@domain/api'",
    'export const call = (input: Input) => send(input)',
  ),
  'src/platform/send.weapp.ts': 'export const send = (input: object) => input\n',
  'src/platform/send.h5.ts': 'export const send = (input: object) => input\n',
  'src/stores/OrdersStore.ts': "export { call } from '@/platform/call'\n",
  'src/components/Price.tsx': "export { day } from '@domain/money'\n",
  'src/pages/catalog/home/index.tsx': "export * from '@/stores/OrdersStore'\n",
  'src/pages/orders/list/index.tsx': text(
    "export * from '@/components/Price'",
    "export * from '../row'",
    "export type { Input } from '@domain/api'",
  ),
  'src/pages/orders/row.tsx': 'export const row = 1\n',
  'src/pages/groupbuy/ladder/index.tsx': "export * from '@/components/Price'\n",
  'cloudfunctions/server/kit/cloud.ts': "export * from 'wx-server-sdk'\n",
  'cloudfunctions/server/orders/place.ts':
    "export { cloud } from '../kit/cloud'\nexport { place } from '@domain/orders/contract'\n",
  'emulator/main.ts': "import * as z from 'zod'\nexport const limits = z\n",
  'scripts/start.mjs': "import { limits } from '../emulator/main'\nconsole.log(limits)\n",
}

/** An import that a wall must stop: the wall, the file it is put into, and the import. */
const breaking: readonly (readonly [wall: string, file: string, text: string])[] = [
  ['rules-stand-alone', 'src/domain/a.ts', "import '@/platform/call'"],
  ['rules-stand-alone', 'src/domain/b.ts', "import { z } from 'mobx'\nexport { z }"],
  [
    'rules-stand-alone',
    'src/domain/c.ts',
    "import { readFile } from 'node:fs'\nexport { readFile }",
  ],
  ['rules-stand-alone', 'src/domain/d.ts', "import type { cloud } from '@server/kit/cloud'"],
  ['zod-stays-in-contracts', 'src/domain/e.ts', "import * as z from 'zod'\nexport { z }"],
  ['zod-stays-in-contracts', 'src/stores/f.ts', "export * as z from 'zod'"],
  [
    'phone-reads-contract-types-only',
    'src/pages/catalog/g.ts',
    "export { place } from '@domain/orders/contract'",
  ],
  [
    'phone-reads-contract-types-only',
    'src/domain/h.ts',
    "export { place } from './orders/contract'",
  ],
  [
    'phone-reads-contract-types-only',
    'src/text/i.ts',
    "export { kept } from '@domain/orders/kept.contract'",
  ],
  ['one-door-to-the-sdk', 'cloudfunctions/server/orders/j.ts', "export * from 'wx-server-sdk'"],
  ['one-door-to-the-sdk', 'src/platform/k.ts', "export * from 'wx-server-sdk'"],
  [
    'cloud-shares-only-rules',
    'cloudfunctions/server/orders/l.ts',
    "export * from '@/platform/call'",
  ],
  ['phone-never-imports-the-cloud', 'src/stores/m.ts', "export * from '@server/orders/place'"],
  [
    'nothing-that-ships-knows-the-emulator',
    'src/platform/n.ts',
    "export * from '../../emulator/main'",
  ],
  [
    'nothing-that-ships-knows-the-emulator',
    'cloudfunctions/timer/o.ts',
    "export * from '../../emulator/main'",
  ],
  ['emulator-stands-alone', 'emulator/p.ts', "export * from '../src/domain/money'"],
  [
    'emulator-stands-alone',
    'emulator/q.ts',
    "import type { cloud } from '../cloudfunctions/server/kit/cloud'",
  ],
  ['components-only-show', 'src/components/r.tsx', "export * from '@/stores/OrdersStore'"],
  ['components-only-show', 'src/components/s.tsx', "export * from '@/platform/call'"],
  ['components-only-show', 'src/components/t.tsx', "export * from '@/platform/send'"],
  ['stores-know-no-pages', 'src/stores/u.ts', "export * from '@/components/Price'"],
  ['main-package-knows-no-subpackage', 'src/pages/catalog/v.ts', "export * from '../orders/row'"],
  ['main-package-knows-no-subpackage', 'src/components/w.ts', "export * from '@/pages/orders/row'"],
  ['subpackages-know-not-each-other', 'src/pages/groupbuy/x.ts', "export * from '../orders/row'"],
  ['no-circles', 'src/domain/y.ts', "import './y1'\nexport const y = 1"],
  ['everything-is-there', 'src/stores/z.ts', "export * from './nowhere'"],
  [
    'everything-is-there',
    'emulator/z.ts',
    "import nothing from 'no-such-package'\nexport { nothing }",
  ],
  ['what-ships-needs-no-workshop', 'cloudfunctions/server/z.ts', "export * from 'mingo'"],
]

describe('a planted import', () => {
  let house: PlantedHouse
  let found: Breach[] = []

  beforeAll(() => {
    const slips = breaking.map(([, file, text]) => [file, `${text}\n`] as const)
    const circle = { 'src/domain/y1.ts': "import './y'\nexport const y1 = 1\n" }
    house = plant({ ...sound, ...circle, ...Object.fromEntries(slips) })
    found = breaches(house.root).slips
  })

  afterAll(() => {
    house.remove()
  })

  test.each(breaking)('is stopped by %s in %s', (wall, file) => {
    expect(found.filter((slip) => slip.file === file).map(({ rule }) => rule)).toContain(wall)
  })

  test.each([...new Set(breaking.map(([wall]) => wall))])(
    'that %s stops is explained to who wrote it',
    (wall) => {
      expect(found.find(({ rule }) => rule === wall)?.why).toMatch(/^[A-Za-z/ ]+.{40,}\.$/)
    },
  )

  test('is the only thing that is stopped: what is sound passes', () => {
    expect(found.filter(({ file }) => Object.hasOwn(sound, file))).toEqual([])
  })

  test('is known for every wall that there is', () => {
    const walls = readFileSync(path.join(root, '.dependency-cruiser.cjs'), 'utf8')
    const named = [...walls.matchAll(/wall\(\n {4}'([a-z-]+)'/g)].map(([, name]) => name)
    expect([...new Set(breaking.map(([wall]) => wall))].sort()).toEqual([...named].sort())
  })
})
