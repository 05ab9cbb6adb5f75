// npm start: installs, builds, starts the local cloud with the demo shop, and tells where it is.
import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const HELP = `npm start -- [options]
  --port N      where the shop is to be found (default 8787)
  --data DIR    where everything is kept (default .data)
  --shop FILE   the shop file for a new shop (default demo/fruit-shop.json)
  --fresh       begins anew: empties the data folder first
  --help        shows this`

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.data' },
        shop: { type: 'string', default: 'demo/fruit-shop.json' },
        fresh: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return fail(`${error.message}\n${HELP}`)
  }
}

const options = readOptions()
if (options.help) {
  console.log(HELP)
  process.exit(0)
}
const port = Number(options.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`"${options.port}" is not a port.`)

ensureInstalled()
const { build } = await import('./build.mjs')
const { importShop, readShopFile, Told } = await import('./import-shop.mjs')

/** A shop is there once its document is. */
async function hasShop(url) {
  const found = await (await fetch(`${url}/_emulator/collections/shop`)).json()
  return found.length > 0
}

/** Only what a local cloud left behind is ever deleted. */
function empty(data) {
  const isOurs = existsSync(path.join(data, 'documents.sqlite'))
  if (existsSync(data) && !isOurs)
    fail(`${data} is not a data folder of the local cloud; it stays as it is.`)
  rmSync(data, { recursive: true, force: true })
}

try {
  await readShopFile(options.shop)
  await build()
  if (options.fresh) empty(options.data)
  const { startCloud } = createRequire(import.meta.url)('../dist/emulator/main.js')
  const bringShop = async ({ url }) => {
    process.stdout.write(`Importing ${options.shop} … `)
    const { products, deals, flashSales } = await importShop(url, options.shop)
    console.log(`${products} products, ${deals} group-buys, ${flashSales} flash sales`)
  }
  const cloud = await startCloud({
    port,
    data: options.data,
    functions: 'dist/cloudfunctions',
    database: 'cloudfunctions/database.json',
    pages: 'dist/h5',
    weapp: 'dist/weapp',
    afterReset: bringShop,
  })
  if (!(await hasShop(cloud.url))) {
    await bringShop(cloud).catch(async (error) => {
      await cloud.close()
      throw error
    })
  }
  console.log(`
  聚团 is open.
  Shop           ${cloud.url}/
  Mini-program   ${cloud.url}/_emulator/weapp
  Control panel  ${cloud.url}/_emulator
`)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  }
} catch (error) {
  fail(error instanceof Told ? error.message : (error?.message ?? String(error)))
}
