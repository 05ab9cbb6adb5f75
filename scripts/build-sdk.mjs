// Puts wx-server-sdk into one file, with the code that V8 made of it: an instance of a function in
// the local cloud loads it in a quarter of the time that its 400 files take.
import { build } from 'esbuild'
import { readFileSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'

const file = path.resolve('dist/emulator/wx-server-sdk.js')

await build({
  entryPoints: ['wx-server-sdk'],
  outfile: file,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
})
// Run once, so that what it compiles only when it needs it is there as well.
const script = new vm.Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file })
const sdk = { exports: {} }
script.runInThisContext()(sdk.exports, createRequire(file), sdk, file, path.dirname(file))
writeFileSync(`${file}.cache`, script.createCachedData())
