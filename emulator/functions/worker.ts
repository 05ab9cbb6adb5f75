/**
 * Runs inside a worker thread: one cloud function, one invocation at a time. The bundle is loaded
 * as it is deployed; it finds its own `process.env`, a `Date` that follows the cloud's clock, and
 * `wx-server-sdk`.
 */
import { createRequire } from 'node:module'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { readClock } from '../clock'
import { moveDate } from './moving-date'
import { provideSdk } from './sdk'
import type { RunMessage, WorkerMessage, WorkerStart } from './protocol'

type Main = (event: unknown, context: object) => unknown

const start = workerData as WorkerStart
const realNow = Date.now
let skewMs = 0
let invocationEnv: Readonly<Record<string, string>> = {}

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

/** Console lines travel with the invocation, in order, before its answer. */
function captureConsole(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    // eslint-disable-next-line no-console -- functions print with it, and here it is caught
    console[level] = (...args: unknown[]) => {
      const line = format(...args)
      tell({ kind: 'line', line: level === 'log' || level === 'info' ? line : `${level}: ${line}` })
    }
  }
}

/** In the cloud an instance runs one invocation at a time, and so may its environment. */
function wear(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(invocationEnv)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, env)
  invocationEnv = env
}

/** The second argument of `main`, with the fields that the cloud gives it. */
function contextOf({ requestId, timeoutMs, memoryMb }: RunMessage['context']): object {
  const until = performance.now() + timeoutMs
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeoutMs,
    request_id: requestId,
    function_name: start.name,
    function_version: '$LATEST',
    namespace: process.env['TCB_ENV'] ?? '',
    environ: Object.entries(invocationEnv)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    getRemainingTimeInMillis: () => Math.max(Math.round(until - performance.now()), 0),
  }
}

async function run(main: Main, message: RunMessage): Promise<void> {
  skewMs = message.skewMs
  wear(message.env)
  try {
    const value = await main(message.event, contextOf(message.context))
    const json = JSON.stringify(value) as string | undefined
    tell({ kind: 'answer', answer: json ?? 'null' })
  } catch (error) {
    tell({ kind: 'thrown', message: told(error) })
  }
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : format(error)
}

function load(): Main {
  const require = createRequire(start.file)
  provideSdk(require)
  const bundle = require(start.file) as { main?: unknown }
  if (typeof bundle.main !== 'function') throw new Error('The bundle exports no function "main".')
  return bundle.main as Main
}

moveDate(() => readClock(start.clock, realNow) + skewMs)
captureConsole()
try {
  const main = load()
  parentPort?.on('message', (message: RunMessage) => void run(main, message))
  tell({ kind: 'ready' })
} catch (error) {
  tell({ kind: 'unloadable', message: told(error) })
}
