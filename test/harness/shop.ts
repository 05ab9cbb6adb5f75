/**
 * A whole shop for a test: the built functions in the built local cloud, as a process of its own.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, OutputOf } from '@domain/api'
import { functionOf, type ActionName } from '@domain/functions'
import type { DealId, OrderId, ProductId, SkuId, StoreId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { DeliveryWish } from '@domain/orders/contract'

/** What an action came to, as the phone would get it. */
export type Answer<Name extends ActionName> =
  | { readonly result: OutputOf<Name>; readonly now: number }
  | { readonly error: { readonly code: string; readonly details: Record<string, unknown> } }

/** How a payment goes at the cashier. */
export interface Cashier {
  readonly outcome: 'success' | 'fail'
  readonly notify?: 'once' | 'twice' | 'late' | 'never'
}

export interface ShopOptions {
  /** Stands in the shop's time zone, e.g. `2027-03-01 10:00`. */
  readonly at?: string
  readonly file?: string
  readonly workers?: number
  /** The time zone that its computer stands in. */
  readonly zone?: string
  /** Another folder of functions than the built ones. */
  readonly functions?: string
}

const MINUTE = 60_000
const lengths: Readonly<Record<string, number>> = {
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
}

/** `1 day`, `20 minutes` in milliseconds. */
export function lasting(text: string): number {
  const [, amount, unit] = /^(\d+) (second|minute|hour|day)s?$/.exec(text) ?? []
  if (!amount || !unit) throw new Error(`"${text}" is not a length of time`)
  return Number(amount) * (lengths[unit] ?? 0)
}

/** A line of a basket that is one ladder's. */
export function joining(dealId: string, productId: string, quantity = 1) {
  return {
    productId: productId as ProductId,
    skuId: productId as SkuId,
    quantity,
    dealId: dealId as DealId,
  }
}

/** The telephone of a member: everybody has one of their own. */
export function phoneOf(openid: string): string {
  const digits = createHash('sha256').update(openid).digest().readUIntBE(0, 6)
  return `13${String(digits).padStart(9, '0').slice(-9)}`
}

/** Picked up at the first store. */
export function pickUp(openid: string, phone = phoneOf(openid)): DeliveryWish {
  return { kind: 'pick-up', storeId: 'store-01' as StoreId, name: openid, phone }
}

/** Sent by courier to an address in Chengdu. */
export function courier(openid: string, phone = phoneOf(openid)): DeliveryWish {
  const address = { province: '四川省', city: '成都市', county: '武侯区', detail: '人民南路 1 号' }
  return { kind: 'courier', name: openid, phone, ...address }
}

/** Lines of a basket. */
type Lines = InputOf<'orders.quote'>['lines']

/** The coupon and the points that a price is asked for with. */
export type BenefitWish = Pick<InputOf<'orders.quote'>, 'couponId' | 'spendPoints'>

export class Shop {
  private process: ChildProcess | undefined
  url = ''
  /** The first start takes any free port; later ones come back to it. */
  private port = '0'

  constructor(
    private readonly folder: string,
    private readonly options: ShopOptions,
  ) {}

  private get where(): { readonly TZ?: string } {
    const { zone } = this.options
    return zone === undefined ? {} : { TZ: zone }
  }

  /** Where its clock stands at first. */
  private get openedAt(): string {
    const { at = '2027-03-01 10:00' } = this.options
    return `${at.replace(' ', 'T')}:00+08:00`
  }

  /** Starts the local cloud on a free port, or anew on what it kept. */
  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        'dist/emulator/main.js',
        ...['--port', this.port, '--data', this.folder],
        ...['--functions', this.options.functions ?? 'dist/cloudfunctions'],
        ...['--database', 'cloudfunctions/database.json'],
        ...['--pages', 'dist/h5', '--weapp', 'dist/weapp', '--cold', '--at', this.openedAt],
        ...(this.options.workers ? ['--workers', String(this.options.workers)] : []),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...this.where } },
    )
    this.process = child
    let words = ''
    this.url = await new Promise<string>((resolve, reject) => {
      const hear = (part: Buffer) => {
        words += part.toString()
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(words) ?? []
        if (address) resolve(address)
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('close', () => reject(new Error(`The local cloud did not start: ${words}`)))
    })
    this.port = new URL(this.url).port
  }

  /** Brings in the shop file, through the same command that an operator uses. */
  importFile(file = this.options.file ?? 'demo/fruit-shop.json') {
    return spawnSync(process.execPath, ['scripts/shop.mjs', 'import', file, '--url', this.url], {
      encoding: 'utf8',
    })
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  async close(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Asks the control API. */
  async control<Result = never>(method: string, path: string, body?: unknown): Promise<Result> {
    const answer = await fetch(`${this.url}/_emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as Result
  }

  /** Calls an action as a member, as the phone does. */
  async call<Name extends ActionName>(
    openid: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<Answer<Name>> {
    return this.callRaw(openid, functionOf[name], { name, input })
  }

  /** Calls a function with any event at all. */
  async callRaw<Result>(openid: string, functionName: string, event: unknown): Promise<Result> {
    const answer = await fetch(`${this.url}/_emulator/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify(event),
    })
    return (await answer.json()) as Result
  }

  /** The answer of an action that must go well. */
  async ask<Name extends ActionName>(
    openid: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<OutputOf<Name>> {
    const answer = await this.call(openid, name, input)
    if ('error' in answer) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    return answer.result
  }

  /** The code by which an action refuses; undefined when it does not. */
  async refusal<Name extends ActionName>(
    openid: string,
    name: Name,
    input: InputOf<Name>,
  ): Promise<string | undefined> {
    const answer = await this.call(openid, name, input)
    return 'error' in answer ? answer.error.code : undefined
  }

  /** What placing an order takes, at the price that a quote tells, with the coupon it chose. */
  async placing(openid: string, lines: Lines, delivery = pickUp(openid), wish: BenefitWish = {}) {
    const quoted = { lines, delivery: delivery.kind, ...wish }
    const { receipt, context } = await this.ask(openid, 'orders.quote', quoted)
    const { couponId, points } = context
    return {
      ...this.placingAt(openid, lines, receipt.payableFen, delivery),
      ...(couponId && { couponId }),
      ...(points?.spend && { spendPoints: points.spend }),
    }
  }

  /** What placing an order takes, at a price known beforehand. */
  placingAt(openid: string, lines: Lines, payableFen: number, delivery = pickUp(openid)) {
    return { requestId: randomUUID(), lines, delivery, payableFen: payableFen as Fen }
  }

  /** Places an order of one ladder and opens its payment. */
  async join(openid: string, dealId: string, productId: string, quantity = 1): Promise<OrderId> {
    const placing = await this.placing(openid, [joining(dealId, productId, quantity)])
    const { orderId } = await this.ask(openid, 'orders.place', placing)
    await this.ask(openid, 'orders.pay', { orderId })
    return orderId
  }

  /** Decides at the cashier what becomes of a payment. */
  pay(orderId: string, cashier: Cashier = { outcome: 'success' }): Promise<unknown> {
    return this.control('POST', `payments/${orderId}`, cashier)
  }

  async now(): Promise<number> {
    return (await this.control<{ now: number }>('GET', 'clock')).now
  }

  /** Lets time pass, with every timer that is due on the way. */
  async pass(text: string): Promise<void> {
    await this.control('POST', 'clock', { advance: lasting(text) })
  }

  /** Brings the clock to a moment, unless it is past it already. */
  async passTo(moment: number): Promise<void> {
    if ((await this.now()) < moment) await this.control('POST', 'clock', { set: moment })
  }

  documents<Doc>(collection: string, where: object = {}): Promise<Doc[]> {
    const query = `where=${encodeURIComponent(JSON.stringify(where))}&limit=10000`
    return this.control('GET', `collections/${collection}?${query}`)
  }
}

/** Opens the demo shop, with a clock that stands still until the test moves it. */
export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const shop = new Shop(mkdtempSync(join(tmpdir(), 'jutuan-')), options)
  await shop.start()
  const { status, stderr } = shop.importFile()
  if (status !== 0) throw new Error(stderr)
  return shop
}
