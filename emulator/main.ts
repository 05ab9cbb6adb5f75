/**
 * The local cloud, as a library and as a command:
 * `node dist/emulator/main.js --port 8787 --data DIR --functions DIR --database FILE`
 */
import { realpathSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { assemble, StartError, type CloudParts } from './cloud'
import { createCloudServer } from './control/server'
import { StoreError } from './store/refusals'

/** How to start a cloud. */
export interface CloudOptions extends CloudParts {
  /** 0 takes any that is free. */
  readonly port: number
  /** Runs after every reset, for instance to import a shop. */
  readonly afterReset?: ((cloud: Cloud) => Promise<void>) | undefined
}

/** A cloud that runs. */
export interface Cloud {
  /** http://127.0.0.1:<port> */
  readonly url: string
  /** Empties it and runs `afterReset`. */
  reset(): Promise<void>
  /** Resolves when everything is on disk. */
  close(): Promise<void>
}

/** Starts a cloud on 127.0.0.1. Rejects with one sentence when it cannot. */
export async function startCloud({ port, afterReset, ...parts }: CloudOptions): Promise<Cloud> {
  // The cloud's machines keep UTC; worker threads share the zone of their process.
  process.env['TZ'] = 'UTC'
  let url = ''
  let importing = false
  const reset = async () => {
    await assembly.empty()
    importing = true
    try {
      await afterReset?.(cloud)
    } finally {
      importing = false
    }
  }
  const assembly = assemble(parts, { address: () => url, reset, isImporting: () => importing })
  const server = createCloudServer(assembly.doors)
  const close = async () => {
    server.close()
    await assembly.close()
    server.closeAllConnections()
  }
  const cloud: Cloud = {
    get url() {
      return url
    },
    reset,
    close,
  }
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve)
    })
  } catch (error) {
    await assembly.close()
    throw new StartError(listenTrouble(port, error))
  }
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  assembly.open()
  return cloud
}

function listenTrouble(port: number, error: unknown): string {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (taken) return `Port ${port} is taken: stop what uses it, or choose another with --port.`
  return `Port ${port} cannot be used: ${String(error)}`
}

function readOptions(): CloudOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      data: { type: 'string', default: '.data' },
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      database: { type: 'string', default: 'cloudfunctions/database.json' },
      pages: { type: 'string' },
      weapp: { type: 'string' },
      workers: { type: 'string' },
      cold: { type: 'boolean' },
      at: { type: 'string' },
    },
  })
  const workers = values.workers === undefined ? undefined : wholeNumber(values.workers, 'workers')
  const at = values.at === undefined ? undefined : instantOf(values.at)
  return { ...values, port: wholeNumber(values.port, 'port'), workers, at }
}

function instantOf(text: string): number {
  const instant = Date.parse(text)
  if (instant >= 0) return instant
  throw new StartError(`--at must be a moment like 2027-03-01T10:00+08:00, not "${text}".`)
}

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new StartError(`--${name} must be a whole number, not "${text}".`)
}

async function run(): Promise<void> {
  const cloud = await startCloud(readOptions())
  console.log(`The local cloud listens at ${cloud.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === __filename) {
  run().catch((error: unknown) => {
    const isOurs = error instanceof StartError || error instanceof StoreError
    console.error(isOurs ? error.message : String(error instanceof Error ? error.message : error))
    process.exit(1)
  })
}
