import { spawnSync } from 'node:child_process'

jest.setTimeout(300_000)

/** Runs a tool of the workbench; what it says is empty where it is content. */
function complaintsOf(tool: string, ...options: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`node_modules/${tool}`, ...options],
    { encoding: 'utf8' },
  )
  return status === 0 ? '' : `${stdout}\n${stderr}`
}

test('the whole tree is typed', () => {
  expect(complaintsOf('typescript/bin/tsc', '--noEmit')).toBe('')
})

test('the linter has nothing to say', () => {
  expect(complaintsOf('eslint/bin/eslint.js', '.')).toBe('')
})

test('everything is formatted', () => {
  expect(complaintsOf('prettier/bin/prettier.cjs', '--check', '.')).toBe('')
})
