import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

jest.setTimeout(60_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jutuan-deploy-'))
  mkdirSync(path.join(folder, 'bin'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const functions = ['shop', 'trade', 'staff', 'pay-notify', 'timer']

/** Stands for the CloudBase CLI: notes what it was asked, and refuses where `refuses` is in it. */
function installCli(refuses = 'nothing'): void {
  const cli = `#!/bin/sh
printf '%s\\n' "$@" '' >> '${path.join(folder, 'asked')}'
case "$*" in *${refuses}*) echo 'ResourceInUse'; exit 1 ;; esac
`
  writeFileSync(path.join(folder, 'bin/tcb'), cli)
  chmodSync(path.join(folder, 'bin/tcb'), 0o755)
}

/** Writes commands as the rehearsal does, runs them for an environment, and answers its words. */
function deploy(commands: string, input: unknown): { status: number | null; words: string } {
  const code = `import * as deploy from './scripts/deploy-commands.mjs'
    console.log(deploy.scriptOf(deploy.${commands}(JSON.parse(process.argv[1]))))`
  const node = ['--input-type=module', '-e', code, JSON.stringify(input)]
  const script = execFileSync(process.execPath, node, { encoding: 'utf8', stdio: 'pipe' })
  writeFileSync(path.join(folder, 'deploy.sh'), script)
  const PATH = `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`
  const { status, stdout } = spawnSync('sh', [path.join(folder, 'deploy.sh'), 'shop-1a2b'], {
    encoding: 'utf8',
    env: { ...process.env, PATH },
  })
  return { status, words: stdout }
}

/** What the CLI was asked, call by call. */
const asked = (): readonly (readonly string[])[] =>
  readFileSync(path.join(folder, 'asked'), 'utf8')
    .trim()
    .split('\n\n')
    .map((call) => call.split('\n'))

/** The bodies that were sent to one of Tencent Cloud's interfaces. */
const sent = (action: string): readonly Record<string, unknown>[] =>
  asked()
    .filter(([kind, , called]) => kind === 'api' && called === action)
    .map((call) => JSON.parse(call[4] ?? '') as Record<string, unknown>)

interface SentIndex {
  readonly IndexName: string
  readonly MgoKeySchema: {
    readonly MgoIsUnique: boolean
    readonly MgoIndexKeys: readonly { readonly Name: string; readonly Direction: string }[]
  }
}

/** The database as whoever follows the commands would have it. */
function madeDatabase(): unknown {
  const level = (name: unknown) =>
    asked().find(([kind, , what]) => kind === 'permission' && what === `collection:${String(name)}`)
  const collections = sent('CreateTable').map(({ TableName: name, PermissionInfo: info }) => {
    const { AclTag: permission } = info as { AclTag: string }
    expect(level(name)?.[4]).toBe(permission.toLowerCase())
    const indexes = sent('UpdateTable')
      .filter(({ TableName }) => TableName === name)
      .flatMap(({ CreateIndexes }) => CreateIndexes as readonly SentIndex[])
      .map(({ IndexName, MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys: keys } }) => ({
        name: IndexName,
        fields: keys.map((key) => [key.Name, Number(key.Direction)]),
        unique,
      }))
    return [name, { permission, indexes }] as [string, unknown]
  })
  return { collections: Object.fromEntries(collections) }
}

test('the commands make the database that database.json tells, index by index', () => {
  installCli()
  const database = readJson('cloudfunctions/database.json')
  expect(deploy('databaseCommands', database)).toMatchObject({ status: 0 })
  expect(madeDatabase()).toEqual(database)
  expect(asked().every((call) => call.at(-1) === 'shop-1a2b')).toBe(true)
  expect(sent('UpdateTable').every(({ EnvId }) => EnvId === 'shop-1a2b')).toBe(true)
})

test('what clients may not call is closed to them, and each function has its time and memory', () => {
  installCli()
  const config = (name: string) => readJson(`cloudfunctions/${name}/config.json`) as object
  const configs = Object.fromEntries(functions.map((name) => [name, config(name)]))
  expect(deploy('functionCommands', configs)).toMatchObject({ status: 0 })
  const rules = asked().find(([kind]) => kind === 'permission') ?? []
  expect(JSON.parse(rules[rules.indexOf('--rule') + 1] ?? '')).toEqual({
    'pay-notify': { invoke: false },
    timer: { invoke: false },
    '*': { invoke: true },
  })
  const settings = sent('UpdateFunctionConfiguration').map(({ FunctionName, ...own }) => [
    String(FunctionName),
    { timeout: own['Timeout'], memory: own['MemorySize'] },
  ])
  expect(configs).toMatchObject(Object.fromEntries(settings) as object)
  expect(settings).toHaveLength(functions.length)
})

test('what is refused is told in the cloud’s words, and the rest is done all the same', () => {
  installCli('pools')
  const { status, words } = deploy('databaseCommands', {
    collections: {
      pools: { permission: 'ADMINONLY', indexes: [] },
      orders: { permission: 'ADMINONLY', indexes: [] },
    },
  })
  expect(status).toBe(1)
  expect(words).toContain('failed: collection pools\nResourceInUse')
  expect(words).toContain('done: collection orders')
  expect(words).toContain('2 of 4 failed')
})

const index = { name: 'member', fields: [['memberId', 1]], unique: false }
const orders = { permission: 'ADMINONLY', indexes: [index] }
test.each([
  ['a name that CloudBase does not take', { _orders: orders }, 'no collection named _orders'],
  [
    'a permission that there is not',
    { orders: { ...orders, permission: 'NOBODY' } },
    'orders: no permission NOBODY',
  ],
  [
    'more indexes than CloudBase takes',
    { orders: { ...orders, indexes: Array.from({ length: 20 }, () => index) } },
    'orders: more than 20 indexes',
  ],
])('%s is not made into commands', (_what, collections, fault) => {
  expect(() => deploy('databaseCommands', { collections })).toThrow(fault)
})

/** Rehearses the functions of a folder, without a network. */
function rehearse(from: string): { status: number | null; found: readonly object[] } {
  const script = ['scripts/rehearse-functions.mjs', from, '--linked']
  const { status, stdout } = spawnSync(process.execPath, script, { encoding: 'utf8' })
  return { status, found: JSON.parse(stdout) as readonly object[] }
}

test('every function loads from a folder with its own packages only, and refuses strangers', () => {
  const { status, found } = rehearse('dist/cloudfunctions')
  expect(found).toEqual(functions.map((name) => ({ name, loadMs: expect.any(Number) as number })))
  expect(status).toBe(0)
})

test('a function that needs more than it names, and one that lets strangers in, are found out', () => {
  const broken = path.join(folder, 'functions')
  cpSync('dist/cloudfunctions', broken, { recursive: true })
  appendFileSync(path.join(broken, 'shop/index.js'), "\nrequire('dayjs')\n")
  appendFileSync(
    path.join(broken, 'timer/index.js'),
    '\nmodule.exports = { main: async () => ({ runTodos: 1 }) }\n',
  )
  const { status, found } = rehearse(broken)
  expect(found).toEqual([
    { name: 'shop', problem: expect.stringContaining("Cannot find module 'dayjs'") as string },
    ...['trade', 'staff', 'pay-notify'].map((name) => ({
      ...{ name, loadMs: expect.any(Number) as number },
    })),
    { name: 'timer', problem: 'answered {"runTodos":1}' },
  ])
  expect(status).toBe(1)
})
