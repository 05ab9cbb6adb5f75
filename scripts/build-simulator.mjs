// Bundles the simulator into dist/simulate: main.js, which plays a street, sabotaged.js, which
// breaks its rules, and kills.js, which pulls the plug. scripts/{simulate,kills}.mjs and tests run
// them.
import { bundle } from './bundle.mjs'

export const buildSimulator = () =>
  bundle({
    entryPoints: {
      main: 'test/simulate/main.ts',
      sabotaged: 'test/simulate/sabotaged.ts',
      kills: 'test/simulate/kills/main.ts',
    },
    outdir: 'dist/simulate',
  })

if (process.argv[1] === new URL(import.meta.url).pathname) await buildSimulator()
