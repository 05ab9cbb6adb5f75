import { writeSync } from 'node:fs'
import { openStore } from '../../emulator/store/store'

/**
 * Writes until it is killed. Every batch puts the same number in two documents; the number is
 * printed
 * once the batch is acknowledged.
 */
const [folder = '', round = ''] = process.argv.slice(2)
const store = openStore({ folder, schema: { collections: {} } })

async function writeForEver(lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    const value = `${round}-${lane}-${n}`
    await store.apply([
      { collection: 'acks', put: { _id: value, filling: 'x'.repeat(n % 700) } },
      { collection: 'pairs', put: { _id: `${lane}-left`, value } },
      { collection: 'pairs', put: { _id: `${lane}-right`, value } },
    ])
    writeSync(1, `${value}\n`)
  }
}

writeSync(1, 'ready\n')
void Promise.all(Array.from({ length: 20 }, (_, lane) => writeForEver(lane)))
