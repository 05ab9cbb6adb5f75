import type * as answer from './answers'
import { refusals } from './refusals'

/** Every address that the panel reads, and what comes back. */
interface Answers {
  readonly people: readonly answer.Person[]
  readonly clock: answer.ClockFace
  readonly payments: readonly answer.Payment[]
  readonly refunds: readonly answer.Refund[]
  readonly transfers: readonly answer.Transfer[]
  readonly channels: readonly answer.ChannelsAccount[]
  readonly settings: answer.Settings
  readonly messages: readonly answer.Message[]
  readonly 'messages/consents': readonly answer.Consent[]
  readonly collections: readonly answer.Collection[]
  readonly [collection: `collections/${string}`]: readonly answer.CloudDocument[]
  readonly files: readonly answer.StoredFile[]
  readonly log: readonly answer.LogEntry[]
  readonly faults: answer.Faults
  readonly health: answer.Health
}

/**
 * The local cloud refused, or could not be reached. `message` is a sentence for the person at the
 * panel.
 */
export class Refused extends Error {}

/** Reads one address of the control API. */
export async function look<Address extends keyof Answers>(
  address: Address,
  query: Readonly<Record<string, string | number | undefined>> = {},
): Promise<Answers[Address]> {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  const text = search.size > 0 ? `?${search.toString()}` : ''
  // The answers come from the same program as this page; a test drives every section against it.
  return (await send('GET', address + text)) as Answers[Address]
}

/** Tells the control API to do something and gives back what it says. */
export async function tell(
  method: 'POST' | 'PUT' | 'DELETE',
  address: string,
  body?: unknown,
): Promise<unknown> {
  return send(method, address, body)
}

async function send(method: string, address: string, body?: unknown): Promise<unknown> {
  const response = await reach(`/_emulator/${address}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const text = await response.text()
  const json = parsed(text)
  if (!response.ok) throw new Refused(reason(json) ?? `本地云回答 ${response.status}`)
  return json
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch {
    throw new Refused('连不上本地云。它还在运行吗？')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function reason(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('error' in json)) return undefined
  const error = json.error
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const message = 'message' in error && typeof error.message === 'string' ? error.message : code
  return (code !== undefined && refusals[code]) || message
}
