/**
 * The real town: the built local cloud as a process of its own, with the built functions and the
 * unmodified SDK, reached over HTTP as phones and the control panel reach it.
 */
import type { ChildProcess } from 'node:child_process'
import type { FaultPlan } from '../../../emulator/faults/rates'
import { shopBooks, type Books, type ShopBooks } from '../auditor/books'
import type { TransferDoc } from '../auditor/guide-books'
import { startCloud } from './start'
import {
  TICKS,
  type Answer,
  type Decision,
  type Opening,
  type RefundMood,
  type Town,
  type TransferEnd,
} from './town'

/** A cloud that serves one town after another; its clock only goes forward. */
export class RealCloud {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(functions = 'dist/cloudfunctions'): Promise<RealCloud> {
    const { child, url } = await startCloud(functions, ['--data', ':memory:', '--workers', '1'])
    return new RealCloud(child, url)
  }

  /** Empties the cloud and sets its clock. */
  async open({ at }: Opening): Promise<Town> {
    const town = new RealTown(this.url)
    await town.control('POST', 'faults', {})
    await town.control('POST', 'reset')
    await town.control('POST', 'settings', { refunds: 'succeed' })
    await town.control('POST', 'clock', { set: at, freeze: true })
    return town
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await gone
  }
}

/** A cloud that runs, as a town. */
export class RealTown implements Town {
  constructor(private readonly url: string) {}

  async control<Result>(method: string, path: string, body?: object): Promise<Result> {
    const answer = await fetch(`${this.url}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as Result
  }

  async call(openid: string, functionName: string, event: object): Promise<Answer> {
    const answer = await fetch(`${this.url}/_emulator/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify(event),
    })
    return (await answer.json()) as Answer
  }

  async pay(orderId: string, { outcome, notify }: Decision): Promise<void> {
    await this.control('POST', `payments/${orderId}`, { outcome, ...(notify && { notify }) })
  }

  async endTransfers(openid: string, outcome: TransferEnd): Promise<void> {
    const all = await this.control<TransferDoc[]>('GET', 'transfers')
    const waiting = all.filter((one) => one.openid === openid && one.state === 'WAIT_USER_CONFIRM')
    for (const { outBillNo } of waiting.reverse()) {
      await this.control('POST', `transfers/${outBillNo}`, { outcome })
    }
  }

  async allowMessages(openid: string, templateIds: readonly string[]): Promise<void> {
    for (const templateId of templateIds) {
      await this.control('POST', 'messages/consents', { openid, templateId, count: 1000 })
    }
  }

  async put(collection: string, document: { readonly _id: string }): Promise<void> {
    await this.control('PUT', `collections/${collection}/${document._id}`, document)
  }

  async moveTo(instant: number): Promise<void> {
    await this.control('POST', 'clock', { set: instant, ticks: TICKS })
  }

  async suffer({ seed, rates, skewMs }: FaultPlan): Promise<void> {
    // A delay is real time here: just enough for others to come first.
    await this.control('POST', 'faults', { seed, rates, skewMs, delayMs: 2 })
  }

  async hits(): Promise<Readonly<Record<string, number>>> {
    const { hits } = await this.control<{ hits: Record<string, number> }>('GET', 'faults')
    return hits
  }

  async refunds(mood: RefundMood): Promise<void> {
    await this.control('POST', 'settings', { refunds: mood })
  }

  async books(): Promise<Books> {
    const collections = await this.control<{ name: string }[]>('GET', 'collections')
    const names = new Set(collections.map(({ name }) => name))
    const shop = await Promise.all(
      shopBooks.map(async ([book, name]) => [
        book,
        names.has(name) ? await this.documents(name) : [],
      ]),
    )
    const { now } = await this.control<{ now: number }>('GET', 'clock')
    return {
      now,
      ...(Object.fromEntries(shop) as ShopBooks),
      payments: await this.numbered('payments', 'outTradeNo'),
      refunds: await this.numbered('refunds', 'outRefundNo'),
      transfers: await this.numbered('transfers', 'outBillNo'),
    }
  }

  close(): Promise<void> {
    return Promise.resolve()
  }

  private documents(name: string): Promise<object[]> {
    return this.control('GET', `collections/${name}?limit=1000000`)
  }

  /** WeChat Pay's books, oldest first, under the numbers of the shop. */
  private async numbered<Doc>(path: string, number: string): Promise<Doc[]> {
    const found = await this.control<Record<string, unknown>[]>('GET', path)
    return found.reverse().map((record) => ({ ...record, _id: record[number] }) as Doc)
  }
}
