// npm run rehearse: the deployment as far as it goes without an account. Compiles the mini-program
// as an upload would, installs each cloud function by itself and calls it, and writes the commands
// that set up an environment to dist/deploy.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
const { databaseCommands, functionCommands, scriptOf } = await import('./deploy-commands.mjs')
const { rehearseFunctions } = await import('./rehearse-functions.mjs')

const FUNCTIONS = ['shop', 'trade', 'staff', 'pay-notify', 'timer']
const OUT = 'dist/deploy'
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
const kilobytes = (bytes) => `${Math.ceil(bytes / 1024)} KB`

let failures = 0
function tell(isGood, sentence) {
  console.log(`${isGood ? '✓' : '✗'} ${sentence}`)
  if (!isGood) failures += 1
}

function rehearseMiniProgram() {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/inspect-weapp.cjs'], {
    encoding: 'utf8',
  })
  const [, inspected] = /^INSPECTED (.*)$/m.exec(stdout) ?? []
  if (!inspected) return tell(false, `the mini-program does not compile:\n${stderr}`)
  const { pages, uploadBytes, quality } = JSON.parse(inspected)
  tell(true, `the mini-program compiles: ${pages} pages, ${kilobytes(uploadBytes)} to upload`)
  for (const { name, success, detail } of quality) {
    tell(success, success ? name : `${name}: ${JSON.stringify(detail)}`)
  }
}

function writeCommands() {
  const configs = FUNCTIONS.map((name) => [
    name,
    readJson(`dist/cloudfunctions/${name}/config.json`),
  ])
  const scripts = {
    'database.sh': databaseCommands(readJson('cloudfunctions/database.json')),
    'functions.sh': functionCommands(Object.fromEntries(configs)),
  }
  mkdirSync(OUT, { recursive: true })
  for (const [file, commands] of Object.entries(scripts)) {
    writeFileSync(`${OUT}/${file}`, scriptOf(commands))
    tell(true, `${OUT}/${file}: ${commands.length} commands`)
  }
}

try {
  await build(['cloudfunctions', 'weapp'])
  rehearseMiniProgram()
  for (const { name, loadMs, problem } of await rehearseFunctions()) {
    tell(
      !problem,
      problem ? `${name}: ${problem}` : `${name} installs, loads (${loadMs} ms), refuses`,
    )
  }
  writeCommands()
} catch (error) {
  tell(false, error.message)
}
console.log(failures ? `${failures} failed` : 'What is left needs an account: docs/deployment.md')
process.exit(failures ? 1 : 0)
