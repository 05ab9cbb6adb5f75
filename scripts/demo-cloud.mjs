// The demo shop with its built pages in a local cloud of its own, which is gone when it is closed.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importShop } from './import-shop.mjs'

export async function openDemo() {
  const { startCloud } = createRequire(import.meta.url)('../dist/emulator/main.js')
  const data = mkdtempSync(path.join(tmpdir(), 'jutuan-demo-'))
  const cloud = await startCloud({
    port: 0,
    data,
    functions: 'dist/cloudfunctions',
    database: 'cloudfunctions/database.json',
    pages: 'dist/h5',
    weapp: 'dist/weapp',
  })
  await importShop(cloud.url, 'demo/fruit-shop.json')
  const close = async () => {
    await cloud.close()
    rmSync(data, { recursive: true, force: true })
  }
  return { url: cloud.url, close }
}
