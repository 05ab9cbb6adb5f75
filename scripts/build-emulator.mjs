// Bundles the local cloud into dist/emulator: main.js (the cloud), worker.js (runs one function),
// panel/ (the control panel's page, and the ribbon with the cashier that storefront pages carry),
// wx-server-sdk.js (for its functions).
import { build } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { bundle } from './bundle.mjs'

const entries = { main: 'emulator/main.ts', worker: 'emulator/functions/worker.ts' }

const panel = 'emulator/panel'

async function buildPanel() {
  const browser = {
    outdir: 'dist/emulator/panel',
    bundle: true,
    minify: true,
    sourcemap: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'warning',
  }
  const entryPoints = ['main.ts', 'page.css', 'page.html'].map((file) => `${panel}/page/${file}`)
  await build({
    ...browser,
    entryPoints: entryPoints.map((file) => ({ in: file, out: 'page' })),
    loader: { '.html': 'copy' },
  })
  // The ribbon lives in shadow roots, which take their styles as text.
  await build({
    ...browser,
    entryPoints: [{ in: `${panel}/ribbon/main.ts`, out: 'ribbon' }],
    loader: { '.css': 'text' },
  })
}

export async function buildEmulator() {
  await buildPanel()
  await bundle({
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
    outdir: 'dist/emulator',
  })
  // In a process of its own: the SDK is run there.
  const { status } = spawnSync(process.execPath, ['scripts/build-sdk.mjs'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('wx-server-sdk could not be bundled.')
}

if (process.argv[1] === new URL(import.meta.url).pathname) await buildEmulator()
