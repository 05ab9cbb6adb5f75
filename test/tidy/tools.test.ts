import { execFileSync, spawnSync } from 'node:child_process'

jest.setTimeout(300_000)

/** What the compiler and the linter say of so many files; nothing where they are content. */
interface Inspection {
  readonly typed: number
  readonly linted: number
  readonly compiler: string
  readonly linter: string
}

describe('the whole tree', () => {
  let inspection: Inspection
  beforeAll(() => {
    const said = execFileSync(process.execPath, ['test/tidy/inspect.mjs'], {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    })
    inspection = JSON.parse(said) as Inspection
  })

  test('is typed', () => {
    expect(inspection.compiler).toBe('')
    expect(inspection.typed).toBeGreaterThan(100)
  })

  test('leaves the linter nothing to say', () => {
    expect(inspection.linter).toBe('')
    expect(inspection.linted).toBeGreaterThan(100)
  })
})

test('everything is formatted', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
    { encoding: 'utf8' },
  )
  expect(status === 0 ? '' : `${stdout}\n${stderr}`).toBe('')
})
