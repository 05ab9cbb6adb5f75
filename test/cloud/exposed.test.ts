/**
 * What anybody can read without asking a function: the database, as far as it is open to clients,
 * and the packages that lie on every phone. Each look is also taken at something that is wrong.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const read = (path: string) => readFileSync(path, 'utf8')

/** Every file of a folder that is text. */
function textsIn(folder: string): [path: string, text: string][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(
      (entry) =>
        entry.isFile() && /\.(js|json|wxml|wxs|wxss|html|css|map|txt|tsx?)$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, read(path)])
}

/** Where a folder says what it must not. */
const foundIn = (folder: string, forbidden: readonly RegExp[]): string[] =>
  textsIn(folder).flatMap(([path, text]) =>
    forbidden.filter((words) => words.test(text)).map((words) => `${path}: ${words.source}`),
  )

/** Plants a file into a folder of its own, and looks there. */
function lookAtPlanted(name: string, text: string, forbidden: readonly RegExp[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    writeFileSync(join(folder, name), text)
    return foundIn(folder, forbidden)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the database', () => {
  type Declared = Readonly<Record<string, { readonly permission: string }>>
  const declared = (JSON.parse(read('cloudfunctions/database.json')) as { collections: Declared })
    .collections

  const openOnes = (collections: Declared) =>
    Object.entries(collections)
      .filter(([, { permission }]) => permission !== 'ADMINONLY')
      .map(([name]) => name)

  test('lets clients read no collection, and write none', () => {
    expect(openOnes(declared)).toEqual([])
    expect(openOnes({ ...declared, carts: { permission: 'PRIVATE' } })).toEqual(['carts'])
  })

  test('has no collection that is not declared, and so perhaps open', () => {
    const used = [...read('cloudfunctions/server/kit/collections.ts').matchAll(/>\('(\w+)'\)/g)]
    expect(used.map(([, name]) => name).sort()).toEqual(Object.keys(declared).sort())
  })
})

/** Keys, their names, and what only the cloud's side speaks of. */
const secrets = [
  /-----BEGIN [A-Z ]*(PRIVATE|PUBLIC) KEY/,
  /MCH_PRIVATE_KEY|MCH_SERIAL|WECHAT_PAY_(PUBLIC_KEY|KEY_ID)|SUB_MCH_ID/,
  /TENCENTCLOUD_|WX_API_TOKEN|appsecret/i,
  /wx-server-sdk|hourly_counts|lottery_seeds/,
  /^\/\/# sourceMappingURL=/m,
]

describe('the packages on every phone', () => {
  test.each(['dist/weapp', 'dist/h5'])(
    '%s holds no key and nothing of the cloud’s side',
    (built) => {
      expect(textsIn(built).length).toBeGreaterThan(10)
      expect(foundIn(built, secrets)).toEqual([])
    },
  )

  test.each(['-----BEGIN PRIVATE KEY-----', 'process.env.SUB_MCH_ID', 'require("wx-server-sdk")'])(
    'would be seen to hold %s',
    (text) => {
      expect(lookAtPlanted('app.js', `a("${text}")`, secrets)).toHaveLength(1)
    },
  )
})

/** By which header the local cloud is told who calls. */
const local = [/x-openid/i, /_emulator/]

describe('who calls is never told by a header', () => {
  test.each(['dist/cloudfunctions', 'dist/weapp'])('in %s', (built) => {
    expect(foundIn(built, local)).toEqual([])
  })

  test('and one that were read would be seen', () => {
    expect(lookAtPlanted('index.js', 'event.headers["X-OpenId"]', local)).toHaveLength(1)
  })
})

/** Ways to show words as markup. */
const markup = [
  /dangerouslySetInnerHTML/,
  /\bRichText\b/,
  /<rich-text/,
  /innerHTML/,
  /\bweb-view\b/,
]

describe('what people write is shown as words', () => {
  test('by every page and component', () => {
    expect(foundIn('src', markup)).toEqual([])
  })

  test('and markup would be seen', () => {
    const page = '<View dangerouslySetInnerHTML={{ __html: nickname }} />'
    expect(lookAtPlanted('page.tsx', page, markup)).toHaveLength(1)
  })
})
