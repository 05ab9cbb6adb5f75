// How what runs on a laptop is bundled: our code in one file a program, libraries left outside.
import { build } from 'esbuild'

export const bundle = ({ entryPoints, outdir }) =>
  build({
    entryPoints,
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
  })
