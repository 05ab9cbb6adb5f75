/**
 * The functions that are deployed here: the folders of dist/cloudfunctions, read again whenever
 * they change.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '../limits'

/** A trigger of config.json, as the WeChat DevTools upload it. */
export interface TriggerConfig {
  readonly name: string
  readonly cron: string
}

/** One deployed function. */
export interface CloudFunction {
  readonly name: string
  readonly file: string
  /** Changes with every build. */
  readonly version: string
  readonly timeoutMs: number
  readonly memoryMb: number
  /** False: only WeChat, triggers and other functions may call it. */
  readonly clients: boolean
  /** The environment variables that its owner set, e.g. the merchant number. */
  readonly variables: Readonly<Record<string, string>>
  readonly triggers: readonly TriggerConfig[]
  /** Interfaces of WeChat that it may call, e.g. `subscribeMessage.send`. */
  readonly openapi: readonly string[]
}

const NAME = /^[A-Za-z][\w-]{0,59}$/

export class Catalog {
  private readonly known = new Map<string, CloudFunction>()

  constructor(private readonly folder: string) {}

  /**
   * The function as it is deployed this moment. Throws one sentence when its config.json is not
   * valid.
   */
  find(name: string): CloudFunction | undefined {
    if (!NAME.test(name)) return undefined
    const file = join(this.folder, name, 'index.js')
    const config = join(this.folder, name, 'config.json')
    const bundle = stamp(file)
    if (bundle === undefined) {
      this.known.delete(name)
      return undefined
    }
    const version = `${bundle} ${stamp(config) ?? ''}`
    const known = this.known.get(name)
    if (known?.version === version) return known
    const found = { name, file, version, ...readConfig(config) }
    this.known.set(name, found)
    return found
  }

  all(): CloudFunction[] {
    return readdirSync(this.folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? (this.find(entry.name) ?? []) : [],
    )
  }
}

function stamp(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.mtimeMs}/${found.size}`
}

type Settings = Omit<CloudFunction, 'name' | 'file' | 'version'>

function readConfig(file: string): Settings {
  const config = parseConfig(file)
  const timeout = positive(config['timeout'], file, 'timeout')
  return {
    timeoutMs: timeout === undefined ? limits.functionTimeoutMs : timeout * 1000,
    memoryMb: positive(config['memory'], file, 'memory') ?? limits.functionMemoryMb,
    clients: config['clients'] !== false,
    variables: readVariables(config['envVariables'] ?? {}, file),
    triggers: readTriggers(config['triggers'] ?? [], file),
    openapi: readPermissions(config['permissions'] ?? {}, file),
  }
}

function parseConfig(file: string): Record<string, unknown> {
  if (stamp(file) === undefined) return {}
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // Said below, like every other way of not being an object.
  }
  throw new Error(`${file} is not a JSON object.`)
}

function readVariables(value: unknown, file: string): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : undefined
  if (entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
    return Object.fromEntries(entries)
  }
  throw new Error(`${file}: "envVariables" must be an object of texts.`)
}

function positive(value: unknown, file: string, field: string): number | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && value > 0) return value
  throw new Error(`${file}: "${field}" must be a number above zero.`)
}

function readPermissions(value: unknown, file: string): string[] {
  const { openapi = [] } = value as { openapi?: unknown }
  const names: readonly unknown[] | undefined = Array.isArray(openapi) ? openapi : undefined
  if (names?.every((name) => typeof name === 'string')) return [...names]
  throw new Error(`${file}: "permissions" must be {"openapi": [<names of interfaces>]}.`)
}

function readTriggers(value: unknown, file: string): TriggerConfig[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  // "目前仅支持一个触发器": the cloud takes one trigger a function and refuses the upload of more.
  if (!Array.isArray(value) || list.length > limits.triggersPerFunction) {
    throw new Error(`${file}: "triggers" must be a list with at most one trigger.`)
  }
  return list.map((entry) => {
    const trigger: Record<string, unknown> =
      typeof entry === 'object' && entry !== null ? { ...entry } : {}
    const { name, type, config } = trigger
    if (typeof name !== 'string' || type !== 'timer' || typeof config !== 'string') {
      throw new Error(`${file}: a trigger is {"name", "type": "timer", "config": "<cron>"}.`)
    }
    return { name, cron: config }
  })
}
