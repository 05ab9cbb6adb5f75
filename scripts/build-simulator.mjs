// Bundles the simulator into dist/simulate/main.js; scripts/simulate.mjs and its tests run it.
import { build } from 'esbuild'

export async function buildSimulator() {
  await build({
    entryPoints: ['test/simulate/main.ts'],
    outdir: 'dist/simulate',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
  })
}

if (process.argv[1] === new URL(import.meta.url).pathname) await buildSimulator()
