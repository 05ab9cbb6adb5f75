// Bundles the simulator into dist/simulate/main.js; scripts/simulate.mjs and its tests run it.
import { bundle } from './bundle.mjs'

export const buildSimulator = () =>
  bundle({ entryPoints: ['test/simulate/main.ts'], outdir: 'dist/simulate' })

if (process.argv[1] === new URL(import.meta.url).pathname) await buildSimulator()
