import { execFileSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** A program made of the rules, as one text; it may import from `./src/domain`. */
export function bundled(program: string): string {
  const esbuild = path.join(root, 'node_modules/.bin/esbuild')
  const options = ['--bundle', '--platform=node', '--loader=ts', '--alias:@domain=./src/domain']
  return execFileSync(esbuild, options, { cwd: root, input: program, encoding: 'utf8' })
}

/** What a bundled program prints on a computer that stands in another time zone. */
export function printedIn(zone: string, bundle: string): string {
  const env = { ...process.env, TZ: zone }
  const options = { env, input: bundle, encoding: 'utf8', maxBuffer: 2 ** 24 } as const
  return execFileSync(process.execPath, ['-'], options)
}
