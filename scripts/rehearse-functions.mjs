// Each deployed function by itself: copied to an empty folder with nothing but its own
// package.json, installed there, loaded by a bare node, and asked what it has to refuse.
// node scripts/rehearse-functions.mjs [FOLDER] [--linked]
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const FUNCTIONS = 'dist/cloudfunctions'

/** An event that changes nothing, and what has to come back. */
const asked = (event, answer) => ({ event, answer })
const stranger = [
  asked({ name: 'shop.close' }, { error: { code: 'action_unknown' } }),
  asked({ name: 'toString', input: {} }, { error: { code: 'action_unknown' } }),
]
const nobody = (name) => asked({ name, input: {} }, { error: { code: 'identity_missing' } })
const questions = {
  shop: [...stranger, nobody('catalog.home')],
  trade: [...stranger, nobody('payouts.list')],
  staff: [...stranger, nobody('groupbuy.watch')],
  'pay-notify': [asked({ outTradeNo: 'a1', returnCode: 'SUCCESS' }, { errcode: 403 })],
  timer: [asked({ Type: 'Timer', TriggerName: 'tick' }, {})],
}

const ASK = `
  const started = performance.now()
  const { main } = require('./index.js')
  const loadMs = Math.round(performance.now() - started)
  const events = JSON.parse(process.argv[1])
  Promise.all(events.map((event) => main(event))).then((answers) => {
    console.log('ANSWERED ' + JSON.stringify({ loadMs, answers }))
    process.exit(0)
  })`

/** What npm needs to reach its registry; nothing else of this shell comes along. */
const KEPT = /^(PATH|HOME|NPM_CONFIG_USERCONFIG|HTTPS?_PROXY|NODE_EXTRA_CA_CERTS)$/i
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.test(name)))

function run(command, args, cwd) {
  const child = spawn(command, args, { cwd, env })
  let [said, words] = ['', '']
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (words += text))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 1, said, words: String(error) }))
    child.once('close', (status) => resolve({ status, said, words }))
  })
}

/** Installs what package.json names, or links it from here where there is no network. */
async function install(folder, isLinked) {
  if (!isLinked) {
    const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']
    const { status, words } = await run('npm', ['install', ...options, '--loglevel=error'], folder)
    return status === 0 ? undefined : `npm install: ${words}`
  }
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  mkdirSync(path.join(folder, 'node_modules'))
  for (const name of Object.keys(manifest.dependencies)) {
    symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name))
  }
}

/** Whether an answer says what is wanted; where nothing is wanted, it has to be empty. */
function isAs(answer, wanted) {
  if (typeof wanted !== 'object') return answer === wanted
  const parts = Object.entries(wanted)
  if (parts.length === 0) return Object.keys(answer).length === 0
  return parts.every(([name, value]) => isAs(answer?.[name], value))
}

async function rehearse(name, from, isLinked) {
  const folder = mkdtempSync(path.join(tmpdir(), `rehearse-${name}-`))
  try {
    cpSync(path.join(from, name), folder, { recursive: true })
    const problem = await install(folder, isLinked)
    if (problem) return { name, problem }
    const events = JSON.stringify(questions[name].map(({ event }) => event))
    const { said, words } = await run(process.execPath, ['-e', ASK, events], folder)
    const [, answered] = /^ANSWERED (.*)$/m.exec(said) ?? []
    if (!answered) return { name, problem: words.trim() || said.trim() || 'no answer' }
    const { loadMs, answers } = JSON.parse(answered)
    const wrong = questions[name].findIndex(({ answer }, at) => !isAs(answers[at], answer))
    if (wrong >= 0) return { name, problem: `answered ${JSON.stringify(answers[wrong])}` }
    return { name, loadMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rehearses all functions of a folder; each answers its name and, where it fails, why. */
export function rehearseFunctions({ from = FUNCTIONS, isLinked = false } = {}) {
  return Promise.all(Object.keys(questions).map((name) => rehearse(name, from, isLinked)))
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const options = { linked: { type: 'boolean', default: false } }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const found = await rehearseFunctions({ from: positionals[0], isLinked: values.linked })
  console.log(JSON.stringify(found))
  process.exit(found.some(({ problem }) => problem) ? 1 : 0)
}
