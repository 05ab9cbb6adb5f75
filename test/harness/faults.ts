/** Faults put into the functions on purpose, so that a test is seen to find them. */
import { readFile } from 'node:fs/promises'
import type { BuildOptions, Plugin } from 'esbuild'

/** A snippet of a source file, which must be there once, and what stands there instead. */
export interface Cut {
  readonly file: string
  readonly snippet: string
  readonly instead: string
}

/** How a function is bundled. */
export const FUNCTION = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['wx-server-sdk'],
  tsconfig: 'tsconfig.json',
  logLevel: 'silent',
} satisfies BuildOptions

/** Cuts while files are read; `done` takes up what was cut. A snippet not found is an error. */
export function cutting(cuts: readonly Cut[], done = new Set<Cut>()): Plugin {
  return {
    name: 'faults',
    setup(bundling) {
      bundling.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const own = cuts.filter(({ file }) => path.endsWith(`/${file}`))
        if (own.length === 0) return undefined
        let contents = await readFile(path, 'utf8')
        for (const cut of own) {
          if (contents.split(cut.snippet).length !== 2) {
            return { errors: [{ text: `${cut.file} does not have, once: ${cut.snippet}` }] }
          }
          contents = contents.replace(cut.snippet, () => cut.instead)
          done.add(cut)
        }
        return { contents, loader: 'ts' }
      })
    },
  }
}
