// Builds what is deployed and what runs it here: functions, local cloud, H5 storefront,
// mini-program.
// `npm run build` builds all; what has not changed since the last build is left as it is.
import { ensureInstalled } from './install.mjs'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const APP = ['src', 'config', 'package-lock.json', 'tsconfig.json', 'babel.config.js']

/** What each part is made of, and how it is made. */
const parts = {
  cloudfunctions: {
    name: 'cloud functions',
    from: ['cloudfunctions', 'src/domain', 'scripts/build-cloud.mjs', 'package-lock.json'],
    make: async () => (await import('./build-cloud.mjs')).buildCloud(),
  },
  emulator: {
    name: 'local cloud',
    from: ['emulator', 'scripts/build-emulator.mjs', 'package-lock.json'],
    make: async () => (await import('./build-emulator.mjs')).buildEmulator(),
  },
  simulate: {
    name: 'simulator',
    from: [
      'test/simulate',
      'test/harness',
      'emulator',
      'scripts/build-simulator.mjs',
      'package-lock.json',
    ],
    make: async () => (await import('./build-simulator.mjs')).buildSimulator(),
  },
  h5: { name: 'H5 storefront', from: APP, make: () => taro('h5') },
  weapp: { name: 'mini-program', from: APP, make: () => taro('weapp') },
}

/** Builds the named parts where their sources have changed. */
export async function build(names = Object.keys(parts)) {
  for (const name of names) {
    const part = parts[name]
    const wanted = fingerprint(part.from)
    const stamp = `dist/.built-${name}`
    if (existsSync(`dist/${name}`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
      continue
    }
    const started = Date.now()
    process.stdout.write(`Building the ${part.name} … `)
    await part.make()
    mkdirSync('dist', { recursive: true })
    writeFileSync(stamp, wanted)
    console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`)
  }
}

/** A hash over the sources: the same sources are never built twice. */
function fingerprint(sources) {
  const hash = createHash('sha256')
  const walk = (file) => {
    if (!statSync(file).isDirectory()) return hash.update(file).update(readFileSync(file))
    for (const entry of readdirSync(file).sort()) walk(path.join(file, entry))
  }
  sources.filter((source) => existsSync(source)).forEach(walk)
  return hash.digest('hex')
}

/** Taro talks a lot; its words are shown only when it fails. */
function taro(type) {
  const env = { ...process.env, NODE_ENV: 'production', TARO_ENV: type }
  const child = spawn(
    process.execPath,
    ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', type],
    { env },
  )
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (words += part))
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      const failed = code !== 0 || !existsSync(`dist/${type}`)
      failed ? reject(new Error(`\nThe ${type} build failed:\n${words}`)) : resolve()
    })
  })
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  ensureInstalled()
  await build(process.argv.slice(2).length > 0 ? process.argv.slice(2) : undefined).catch(
    (error) => {
      console.error(error.message)
      process.exit(1)
    },
  )
}
