/** A folder of functions whose doors are all open, and into which faults can be put. */
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { cutting, FUNCTION, type Cut } from '../../harness/faults'

const BUILT = 'dist/cloudfunctions'
const names = ['shop', 'trade', 'staff', 'pay-notify', 'timer']

/** Functions of which the local cloud takes every new version into use at once. */
export class Variants {
  private readonly folder = mkdtempSync(join(tmpdir(), 'variants-'))
  readonly functions = join(this.folder, 'functions')

  constructor() {
    cpSync(BUILT, this.functions, { recursive: true })
    symlinkSync(resolve('node_modules'), join(this.folder, 'node_modules'))
    for (const name of names) this.openDoor(name)
  }

  /** Whoever finds the door open still has to be turned away. */
  private openDoor(name: string): void {
    const path = join(this.functions, name, 'config.json')
    const config = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    writeFileSync(path, JSON.stringify({ ...config, clients: true }))
  }

  /** Builds the functions anew with faults; each snippet must be there, once. */
  async plant(cuts: readonly Cut[]): Promise<void> {
    const done = new Set<Cut>()
    await build({
      ...FUNCTION,
      entryPoints: names.map((name) => ({
        in: `cloudfunctions/${name}/index.ts`,
        out: join(name, 'index'),
      })),
      outdir: this.functions,
      plugins: [cutting(cuts, done)],
    })
    const missing = cuts.find((cut) => !done.has(cut))
    if (missing) throw new Error(`No function has ${missing.file}`)
  }

  /** The functions as they are deployed. */
  restore(): void {
    for (const name of names) {
      copyFileSync(join(BUILT, name, 'index.js'), join(this.functions, name, 'index.js'))
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
