// Bundles the local cloud into dist/emulator: main.js (the cloud), worker.js (runs one cloud function).
import { build } from 'esbuild'
import { existsSync } from 'node:fs'

const entries = { main: 'emulator/main.ts', worker: 'emulator/functions/worker.ts' }

export async function buildEmulator() {
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
    outdir: 'dist/emulator',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
  })
}

if (process.argv[1] === new URL(import.meta.url).pathname) await buildEmulator()
