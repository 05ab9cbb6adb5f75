/** The phone's way to the network: can be cut off, and knows what is still under way. */

/** Thrown instead of asking when the phone is cut off. */
export class Offline extends Error {
  constructor() {
    super('net::ERR_INTERNET_DISCONNECTED')
  }
}

/** What came back. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Told when the network goes or comes back. */
export type NetworkListener = (state: { isConnected: boolean; networkType: string }) => void

/** The parts of fetch's options that a phone uses. */
export interface Outgoing {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Blob
}

/** One phone's network. */
export class Network {
  readonly listeners = new Set<NetworkListener>()
  /** Requests not answered yet: a phone is not at rest while there are some. */
  underWay = 0
  private connected = true

  /** `cloud` is the address of the local cloud, without a slash at the end. */
  constructor(
    readonly cloud: string,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  get isConnected(): boolean {
    return this.connected
  }

  /** Cuts the phone off, or connects it again. */
  connect(isConnected: boolean): void {
    if (this.connected === isConnected) return
    this.connected = isConnected
    for (const listener of this.listeners) listener({ isConnected, networkType: this.kind })
  }

  get kind(): string {
    return this.connected ? 'wifi' : 'none'
  }

  /** Sends a request; throws when the phone is cut off or nobody answers. */
  async send(url: string, outgoing: Outgoing = {}): Promise<Answer> {
    this.underWay += 1
    try {
      if (!this.connected) throw new Offline()
      const response = await this.fetch(url, outgoing)
      const text = await response.text()
      return { status: response.status, headers: Object.fromEntries(response.headers), text }
    } finally {
      this.underWay -= 1
    }
  }

  /** Asks the local cloud's control interface with JSON. */
  async ask(path: string, openid: string, body?: unknown): Promise<Answer> {
    const headers = { 'x-openid': openid, 'content-type': 'application/json' }
    const outgoing: Outgoing =
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    return this.send(`${this.cloud}${path}`, outgoing)
  }
}
