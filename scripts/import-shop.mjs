// Brings a shop file and its pictures into a running local cloud, as its owner would in the
// console.
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import jsonc from 'jsonc-parser'

// JSON.parse of Node 20 does not say where a file is broken; this parser does.
const { parse } = jsonc

/** A fault to be told in one sentence, without a stack. */
export class Told extends Error {}

/** Who imports: the operator whom the local cloud knows as 店主老陈. */
const OPERATOR = 'keeper'

/** Reads a shop file; a broken one is told with its line and column. */
export async function readShopFile(file) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Told(`There is no shop file ${file}.`)
  })
  const faults = []
  const shop = parse(text, faults, { disallowComments: true })
  if (faults.length === 0) return shop
  const before = text.slice(0, faults[0].offset).split('\n')
  const place = `line ${before.length}, column ${before.at(-1).length + 1}`
  throw new Told(`${file} is not JSON (${place}).`)
}

/** Calls an action as the operator; a refusal is told, with every place that is wrong. */
export async function callStaff(url, name, input) {
  const reply = await json(`${url}/_emulator/call/staff`, 'POST', { name, input }, OPERATOR)
  if (!reply.error) return reply.result
  const { message, details } = reply.error
  throw new Told(details?.list ? `The shop file has faults:\n${details.list}` : message)
}

/** Imports a shop file with the pictures that lie in `pictures/` beside it. */
export async function importShop(url, file) {
  const shop = await readShopFile(file)
  await json(`${url}/_emulator/collections/staff/${OPERATOR}`, 'PUT', { role: 'operator' })
  const pictures = await storePictures(url, path.join(path.dirname(file), 'pictures'))
  return callStaff(url, 'shopfile.import', { file: shop, pictures })
}

async function storePictures(url, folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && /\.(webp|png|jpe?g)$/.test(entry.name))
  const stored = files.map(async (entry) => {
    const full = path.join(entry.parentPath ?? entry.path, entry.name)
    const name = path.relative(folder, full).split(path.sep).join('/')
    const body = await readFile(full)
    const { fileId } = await (
      await fetch(`${url}/_emulator/files/${name}`, { method: 'PUT', body })
    ).json()
    return [name, fileId]
  })
  return Object.fromEntries(await Promise.all(stored))
}

async function json(url, method, body, openid) {
  const headers = { 'content-type': 'application/json', ...(openid && { 'x-openid': openid }) }
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) }).catch(() => {
    throw new Told(`No local cloud answers at ${new URL(url).origin}. Start it with "npm start".`)
  })
  return answer.json()
}
