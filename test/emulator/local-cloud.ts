/** Starts the built local cloud as its own process, with functions that a test writes. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const repository = resolve(__dirname, '../..')
const command = join(repository, 'dist/emulator/main.js')

/** Machines that build something else meanwhile take their time. */
jest.setTimeout(60_000)

/** One function: the text of its index.js, and its config.json. */
export interface TestFunction {
  readonly code: string
  readonly config?: object
}

/** What an HTTP request to the cloud came back with. */
export interface Answer<T> {
  readonly status: number
  readonly body: T
}

/** What a call of a function answers: one of the two. */
export interface Called<T> {
  readonly result: T
  readonly error: { readonly code: string; readonly message: string }
}

/** Every bundle of a test begins with this. */
export const sdk = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
`

/** A folder with deployed functions and a data folder, and the process that runs them. */
export class LocalCloud {
  readonly folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  url = ''
  private process: ChildProcess | undefined

  constructor(
    functions: Readonly<Record<string, TestFunction>>,
    private readonly options: readonly string[] = [],
  ) {
    // Where the cloud installs each function's packages, the laptop finds them above its folder.
    symlinkSync(join(repository, 'node_modules'), join(this.folder, 'node_modules'))
    this.write(
      'database.json',
      JSON.stringify({ collections: { things: { permission: 'ADMINONLY', indexes: [] } } }),
    )
    for (const [name, deployed] of Object.entries(functions)) this.deploy(name, deployed)
  }

  deploy(name: string, { code, config = {} }: TestFunction): void {
    this.write(`functions/${name}/config.json`, JSON.stringify(config))
    this.write(`functions/${name}/index.js`, code)
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  /** Resolves when the address is known; rejects with what was said instead. */
  async start(): Promise<this> {
    const place = (name: string) => join(this.folder, name)
    const started = spawn(
      process.execPath,
      [
        command,
        ...['--port', '0', '--data', place('data'), '--functions', place('functions')],
        ...['--database', place('database.json'), ...this.options],
      ],
      { cwd: this.folder },
    )
    this.process = started
    let said = ''
    this.url = await new Promise<string>((found, failed) => {
      started.stdout.on('data', (text: Buffer) => {
        const address = /http:\S+/.exec(String(text))
        if (address) found(address[0])
      })
      started.stderr.on('data', (text: Buffer) => (said += String(text)))
      started.on('exit', (code) => failed(new Error(`exit ${String(code)}: ${said}`)))
    })
    return this
  }

  /** Ends the process: politely, or like a power cut. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { process: running } = this
    this.process = undefined
    if (!running || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A request to the control API. */
  async ask<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: text }),
    })
    return { status: response.status, body: (await response.json()) as T }
  }

  async get<T = unknown>(path: string): Promise<T> {
    return (await this.ask<T>('GET', path)).body
  }

  async post<T = unknown>(path: string, body: unknown = {}): Promise<T> {
    return (await this.ask<T>('POST', path, body)).body
  }

  /** Calls a function as somebody. */
  call<T = unknown>(name: string, event: object = {}, openid = 'ann'): Promise<Answer<Called<T>>> {
    return this.ask('POST', `/_emulator/call/${name}`, event, { 'x-openid': openid })
  }

  /** Calls a function as somebody and expects a result. */
  async result<T = unknown>(name: string, event: object = {}, openid = 'ann'): Promise<T> {
    const { status, body } = await this.call<T>(name, event, openid)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body.result
  }
}

/** Asks again until `isGood`; real time passes. */
export async function until<T>(ask: () => Promise<T>, isGood: (value: T) => boolean): Promise<T> {
  const giveUpAt = Date.now() + 15_000
  for (;;) {
    const value = await ask()
    if (isGood(value)) return value
    if (Date.now() > giveUpAt) throw new Error(`never came: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
