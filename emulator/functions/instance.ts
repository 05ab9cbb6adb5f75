/** One instance of a function: a worker thread that runs one invocation at a time. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CloudFunction } from './catalog'
import { ENV_ID, type Invocation, type Outcome } from './invocation'
import type { RunMessage, WorkerMessage, WorkerStart } from './protocol'

/** What every instance of this cloud shares. */
export interface Surroundings {
  readonly clock: SharedArrayBuffer
  /** Where the SDK finds the cloud, e.g. http://127.0.0.1:8787/admin. */
  readonly endpoint: () => string
  /** What the owner set up for every function, beside what config.json says. */
  readonly variables: () => Readonly<Record<string, string>>
  /** How far the clock of an invocation is off. */
  readonly skewMs: (invocation: Invocation) => number
}

/** The bundle of worker.ts lies next to the bundle of main.ts. */
const WORKER_FILE = join(__dirname, 'worker.js')
const LINES_KEPT = 500

export class Instance {
  /** Settles once the bundle is loaded, or could not be. */
  readonly loaded: Promise<void>
  busy = false
  /** Loaded from an older build: takes no further invocation. */
  outdated = false
  gone = false
  private readonly worker: Worker
  private current: { invocation: Invocation; end: (outcome: Outcome) => void } | undefined
  private trouble: string | undefined

  constructor(
    readonly cloudFunction: CloudFunction,
    private readonly surroundings: Surroundings,
  ) {
    const { name, file, variables } = cloudFunction
    this.worker = new Worker(WORKER_FILE, {
      workerData: { name, file, clock: surroundings.clock } satisfies WorkerStart,
      env: {
        ...variables,
        ...surroundings.variables(),
        ...environmentOf(surroundings.endpoint()),
      },
      resourceLimits: { maxOldGenerationSizeMb: cloudFunction.memoryMb },
      stdout: true,
      stderr: true,
    })
    this.loaded = new Promise((settle) => {
      this.worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready' || message.kind === 'unloadable') settle()
        this.hear(message)
      })
      this.worker.on('error', (error) => (this.trouble = error.stack ?? error.message))
      this.worker.on('exit', (code) => {
        this.gone = true
        this.finish(crashed(this.trouble ?? `The function's process ended with code ${code}.`))
        settle()
      })
    })
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.print(text.trimEnd()))
    }
  }

  /** Runs one invocation to its end. Never rejects. */
  async run(invocation: Invocation): Promise<Outcome> {
    this.busy = true
    await this.loaded
    if (this.gone || this.trouble !== undefined) {
      return crashed(this.trouble ?? 'The function could not be started.')
    }
    const { timeoutMs, memoryMb } = this.cloudFunction
    const message: RunMessage = {
      event: invocation.call.event,
      env: invocation.environment(),
      context: { requestId: invocation.requestId, timeoutMs, memoryMb },
      skewMs: this.surroundings.skewMs(invocation),
    }
    return new Promise((resolve) => {
      const timeout = setTimeout(() => {
        this.finish({
          ok: false,
          failure: 'function_timeout',
          message: `Invoking task timed out after ${timeoutMs / 1000} seconds`,
        })
        this.stop()
      }, timeoutMs)
      invocation.kill = () => this.stop()
      const end = (outcome: Outcome) => {
        clearTimeout(timeout)
        resolve(outcome)
      }
      this.current = { invocation, end }
      this.worker.postMessage(message)
    })
  }

  /** Ends the thread at once, whatever it does. */
  stop(): void {
    this.gone = true
    void this.worker.terminate()
  }

  private hear(message: WorkerMessage): void {
    if (message.kind === 'unloadable') {
      this.trouble = message.message
      this.stop()
    } else if (message.kind === 'line') this.print(message.line)
    else if (message.kind === 'answer') this.finish({ ok: true, answer: message.answer })
    else if (message.kind === 'thrown') this.finish(crashed(message.message))
  }

  private print(line: string): void {
    const lines = this.current?.invocation.lines
    if (lines && lines.length < LINES_KEPT) lines.push(line)
  }

  private finish(outcome: Outcome): void {
    const current = this.current
    this.current = undefined
    this.busy = false
    current?.end(outcome)
  }
}

function crashed(message: string): Outcome {
  return { ok: false, failure: 'function_crashed', message }
}

/**
 * The variables that a function's process has in the cloud; nothing of this machine's own gets in.
 */
function environmentOf(endpoint: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: endpoint }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENV_ID,
    // Without keys the SDK raises an unhandled rejection; the local cloud looks at tokens instead.
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_ENV: ENV_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
    SILENCE: 'true',
  }
}
