// The floor under every figure of the benchmark: how fast one piece can be sold at all here. A bare
// node server with one SQLite database: take a piece if one is left, write the order, synced before
// it answers. It knows no price, person, deal or payment.
// Run as a program it is that server: its words are the pieces that it has, and its folder.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { addressOf, kill } from './servers.mjs'

const SELF = fileURLToPath(import.meta.url)

function serve(folder, stock) {
  const database = new DatabaseSync(path.join(folder, 'floor.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE pools (id TEXT PRIMARY KEY, stock INTEGER NOT NULL) STRICT')
  database.exec('CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer TEXT NOT NULL) STRICT')
  database.prepare('INSERT INTO pools VALUES (?, ?)').run('pool', stock)
  const take = database.prepare('UPDATE pools SET stock = stock - 1 WHERE id = ? AND stock >= 1')
  const insert = database.prepare('INSERT INTO orders (buyer) VALUES (?)')
  const sell = (buyer) => {
    database.exec('BEGIN IMMEDIATE')
    const isThere = take.run('pool').changes === 1
    const orderId = isThere ? insert.run(buyer).lastInsertRowid : undefined
    database.exec('COMMIT')
    return orderId
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const orderId = sell(JSON.parse(body).buyer)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(orderId === undefined ? {} : { orderId: String(orderId) }))
  })
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
}

/** Opens the floor with so many pieces; `sell` answers whether a buyer got one. */
export async function openFloor(stock) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jutuan-floor-'))
  const child = spawn(process.execPath, [SELF, String(stock), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  const sell = async (buyer) => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ buyer }) })
    return 'orderId' in (await answer.json())
  }
  const close = async () => {
    await kill(child)
    rmSync(folder, { recursive: true, force: true })
  }
  return { sell, close }
}

if (process.argv[1] === SELF) serve(process.argv[3], Number(process.argv[2]))
