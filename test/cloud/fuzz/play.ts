/** Plays inputs against the built functions and looks at what each one did. */
import { everyAction } from '../../domain/actions'
import { functionOf, type ActionName } from '@domain/functions'
import type { Shop } from '../../harness/shop'
import { Follower, lasting, nameOf, type Change } from '../changes'
import type { Fuzzed } from './inputs'

/** What a call did that no call may do. */
export interface Violation {
  readonly name: ActionName
  readonly openid: string
  readonly input: string
  readonly what: string
}

interface Told {
  readonly status: number
  readonly bytes: number
  readonly code?: string
  readonly result?: unknown
}

/** The cloud gives clients no more than that. */
const MOST_BYTES = 1024 * 1024
/** An answer that refuses says little. */
const MOST_REFUSAL_BYTES = 5000

/** What any action may refuse; `broken` and weather are no refusals. */
const common = ['input_invalid']

/** What counts calls, refused ones too. */
const counting = ['hourly_counts']

/** Calls that are under way at the same time. */
const WIDTH = 8

/**
 * Plays one action's inputs: those that its contract refuses side by side, as nothing at all may
 * come of them; the others one after another, each with a look at what it wrote.
 */
export class Play {
  readonly violations: Violation[] = []
  private readonly follower: Follower

  constructor(
    private readonly shop: Shop,
    private readonly name: ActionName,
  ) {
    this.follower = new Follower(shop)
  }

  async run(inputs: readonly Fuzzed[]): Promise<void> {
    await this.follower.written()
    const refused = inputs.filter((fuzzed) => !this.takes(fuzzed))
    const waiting = [...refused]
    const worker = async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) await this.expectRefused(one)
    }
    await Promise.all(Array.from({ length: WIDTH }, worker))
    const [first] = refused
    const written = await this.follower.written()
    if (first && written.length > 0) {
      this.report(first, `one of ${refused.length} inputs that are refused wrote ${told(written)}`)
    }
    for (const one of inputs) if (this.takes(one)) await this.expectSound(one)
  }

  private takes({ input }: Fuzzed): boolean {
    return this.action.input.safeParse(JSON.parse(input)).success
  }

  private get action() {
    const action = everyAction[this.name]
    if (!action) throw new Error(`No contract has ${this.name}`)
    return action
  }

  private async expectRefused(fuzzed: Fuzzed): Promise<void> {
    const { status, code, bytes } = await this.call(fuzzed)
    if (status === 400 && code === 'input_invalid' && bytes <= MOST_REFUSAL_BYTES) return
    this.report(fuzzed, `the contract refuses it, the function said ${code ?? 'yes'} (${bytes} B)`)
  }

  private async expectSound(fuzzed: Fuzzed): Promise<void> {
    const answer = await this.call(fuzzed)
    const { bytes, code, result } = answer
    const written = await this.follower.written()
    if (bytes > MOST_BYTES) this.report(fuzzed, `an answer of ${bytes} B`)
    if (code === undefined) {
      const isPromised = this.action.output.safeParse(result).success
      if (!isPromised) this.report(fuzzed, 'it answers what the contract does not promise')
      return
    }
    const known: readonly string[] = [...this.action.fails, ...common]
    // Nobody else is here, so nobody is ever faster.
    if (!known.includes(code) || code === 'busy') this.report(fuzzed, `it said ${code}`)
    if (bytes > MOST_REFUSAL_BYTES) this.report(fuzzed, `a refusal of ${bytes} B`)
    const left = lasting(written).filter(({ collection }) => !counting.includes(collection))
    if (left.length > 0) this.report(fuzzed, `${code}, and yet it wrote ${told(left)}`)
  }

  private report({ openid, input }: Fuzzed, what: string): void {
    this.violations.push({ name: this.name, openid, input: input.slice(0, 600), what })
  }

  private async call({ openid, input, beside }: Fuzzed): Promise<Told> {
    const { name } = this
    const more = beside === '{}' ? '' : `,${beside.slice(1, -1)}`
    const answer = await fetch(`${this.shop.url}/_emulator/call/${functionOf[name]}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: `{"name":"${name}","input":${input}${more}}`,
    })
    const text = await answer.text()
    const { error, result } = JSON.parse(text) as { error?: { code: string }; result?: unknown }
    const { status } = answer
    return { status, bytes: Buffer.byteLength(text), result, ...(error && { code: error.code }) }
  }
}

const told = (changes: readonly Change[]): string => changes.map(nameOf).slice(0, 5).join(', ')
