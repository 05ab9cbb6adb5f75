import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** An import that goes through a wall. */
export interface Breach {
  readonly rule: string
  readonly file: string
  readonly slip: string
  readonly why: string
}

/** Looks at every import of the house in a folder with the walls of .dependency-cruiser.cjs. */
export function breaches(root: string): { cruised: number; slips: Breach[] } {
  const cruise = path.join(__dirname, 'cruise.mjs')
  const answer = execFileSync(process.execPath, [cruise], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  return JSON.parse(answer) as { cruised: number; slips: Breach[] }
}
