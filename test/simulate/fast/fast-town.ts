/**
 * The fast town: the deployed functions in this very process, straight on the local cloud's store,
 * its payments, its faults and its clock. No HTTP, no SDK, no waiting.
 */
import { Agenda } from '../../../emulator/agenda'
import { Clock } from '../../../emulator/clock'
import { Faults, type FaultyCall } from '../../../emulator/faults/faults'
import type { FaultPlan } from '../../../emulator/faults/rates'
import { inCloudWords } from '../../../emulator/database/refusals'
import { ENV_ID, type Outcome } from '../../../emulator/functions/invocation'
import { limits } from '../../../emulator/limits'
import { CloudError } from '../../../emulator/service'
import type { DatabaseSchema } from '../../../emulator/store/schema'
import type { Document } from '../../../emulator/store/document'
import { Store } from '../../../emulator/store/store'
import { Cashier } from '../../../emulator/wechat/pay/cashier'
import { PayLedger } from '../../../emulator/wechat/pay/ledger'
import { Notices } from '../../../emulator/wechat/pay/notices'
import { Orders } from '../../../emulator/wechat/pay/orders'
import { Refunds } from '../../../emulator/wechat/pay/refunds'
import { Bills } from '../../../emulator/wechat/transfers/bills'
import { createTransferApi } from '../../../emulator/wechat/transfers/endpoint'
import { Merchant } from '../../../emulator/wechat/transfers/merchant'
import { shopBooks, type Books, type ShopBooks } from '../auditor/books'
import {
  TICKS,
  type Answer,
  type Decision,
  type Opening,
  type RefundMood,
  type Town,
  type TransferEnd,
} from '../cloud/town'
import type { Bundle } from './bundle'
import { createDatabase, type Perform } from './database'
import { Instance, type Invocation } from './instance'
import { Hours, Minutes } from './minutes'
import { createOpenApi } from './openapi'
import { createPay } from './pay'
import { inSdkWords } from './sdk-errors'
import { endTransfers, transferBook } from './transfers'

/** What a fast town is made of. */
export interface FastParts extends Opening {
  readonly bundles: readonly Bundle[]
  readonly schema: DatabaseSchema
}

/** Where functions look for WeChat Pay. */
const WECHAT_PAY = 'https://api.mch.weixin.qq.com'

/** Whoever holds a lock goes on at once, before any timer: there is nothing to wait for. */
const patience = { transactionMs: limits.transactionMs, lockWaitMs: 1 }

/** Nothing comes of it; a promise of its own each time, forgotten with all that waits for it. */
const never = () => new Promise<never>(() => undefined)

/** Others get their turn; no time passes. */
const turn = () => Promise.resolve().then(() => Promise.resolve())

/** Opens an empty town. */
export function openFastTown(parts: FastParts): Town {
  return new FastTown(parts)
}

class FastTown implements Town {
  /** Its WeChat sends whatever it is given. */
  readonly allowMessages = () => Promise.resolve()
  private readonly store: Store
  private readonly clock: Clock
  private readonly agenda: Agenda
  private readonly faults = new Faults(turn)
  private readonly ledger: PayLedger
  private readonly orders: Orders
  private readonly refundDesk: Refunds
  private readonly cashier: Cashier
  private readonly merchant: Merchant
  private readonly bills: Bills
  private readonly transfers: ReturnType<typeof createTransferApi>
  private readonly idle = new Map<string, Instance[]>()
  private readonly bundles: ReadonlyMap<string, Bundle>
  private readonly lists = new Map<string, { version: number; documents: readonly Document[] }>()
  private readonly now = () => this.clock.now()

  constructor({ at, everyHour, bundles, schema }: FastParts) {
    this.store = new Store({ folder: ':memory:', schema, limits: patience }, undefined)
    this.clock = new Clock({ value: at, frozen: true })
    this.agenda = new Agenda(this.clock, () => Promise.resolve())
    this.bundles = new Map(bundles.map((bundle) => [bundle.name, bundle]))
    this.ledger = new PayLedger(this.store)
    this.orders = new Orders(this.ledger, this.now)
    const functions = { invoke: (call: Call) => this.invoke(call) }
    const shared = {
      ledger: this.ledger,
      faults: this.faults,
      now: this.now,
      changed: () => undefined,
    }
    const notices = new Notices({ ...shared, functions })
    this.refundDesk = new Refunds({ ...shared, orders: this.orders, notices })
    this.cashier = new Cashier(this.ledger, notices, this.now)
    this.merchant = new Merchant(this.now)
    const isEmpty = () => this.ledger.settings.transfers === 'refuse'
    this.bills = new Bills({ ...shared, store: this.store, isEmpty })
    this.transfers = createTransferApi({ ...shared, merchant: this.merchant, bills: this.bills })
    const ticked = bundles.filter(({ isTicked }) => isTicked)
    const tick = (instant: number) =>
      Promise.all(ticked.map(({ name }) => this.tick(name, instant)))
    this.agenda.add(new Minutes(at, tick))
    this.agenda.add(this.refundDesk)
    this.agenda.add(notices)
    this.agenda.add(this.bills)
    let seen = 0
    const look = () => {
      if (this.store.version > seen) everyHour?.(this.readBooks())
      seen = this.store.version
    }
    this.agenda.add(new Hours(at, look))
  }

  async call(openid: string, functionName: string, event: object): Promise<Answer> {
    const faulty: FaultyCall = {
      kind: 'function',
      subject: () => `${functionName} ${openid}`,
      by: this.now(),
    }
    const call = { name: functionName, event, openid, source: 'wx_client' }
    try {
      return (await this.faults.around(faulty, () => this.run(call))) as Answer
    } catch (error) {
      return { error: { code: error instanceof CloudError ? 'cloud_failed' : 'function_crashed' } }
    }
  }

  async pay(orderId: string, { outcome, notify }: Decision): Promise<void> {
    await this.cashier.decide(orderId, { outcome, notify, openid: undefined })
  }

  endTransfers(openid: string, end: TransferEnd): Promise<void> {
    return endTransfers(this.bills, openid, end)
  }

  async moveTo(to: number): Promise<void> {
    await this.agenda.move({ to, most: TICKS, freeze: true })
  }

  suffer(plan: FaultPlan): Promise<void> {
    this.faults.follow(plan)
    return Promise.resolve()
  }

  hits() {
    return Promise.resolve(this.faults.hits as Readonly<Record<string, number>>)
  }

  refunds(mood: RefundMood): Promise<void> {
    return this.ledger.changeSettings({ refunds: mood })
  }

  /** Documents are handed out as they stand: nobody may change one in place. */
  readBooks(): Books {
    const shop = shopBooks.map(([book, name]) => [book, this.list(name)])
    return {
      now: this.now(),
      ...(Object.fromEntries(shop) as ShopBooks),
      payments: this.ledger.payments.list(),
      refunds: this.ledger.refunds.list(),
      transfers: transferBook(this.bills),
    }
  }

  /** A book that nobody wrote into since is the same one. */
  private list(name: string): readonly Document[] {
    const version = this.store.collection(name)?.version ?? 0
    const known = this.lists.get(name)
    if (known?.version === version) return known.documents
    const documents = this.store.list(name)
    this.lists.set(name, { version, documents })
    return documents
  }

  books(): Promise<Books> {
    return Promise.resolve(this.readBooks())
  }

  async put(collection: string, document: { readonly _id: string }): Promise<void> {
    await this.store.apply([{ collection, put: document }])
  }

  close(): Promise<void> {
    return this.store.close()
  }

  private tick(name: string, instant: number): Promise<Outcome> {
    const Time = new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z')
    const event = { Type: 'Timer', TriggerName: 'tick', Time, Message: '' }
    return this.invoke({ name, event, source: 'wx_trigger' })
  }

  /** Runs a function as WeChat and the timer do. */
  private async invoke(call: Call): Promise<Outcome> {
    try {
      return { ok: true, answer: JSON.stringify(await this.run(call)) }
    } catch (error) {
      return { ok: false, failure: 'function_crashed', message: String(error) }
    }
  }

  private async run(call: Call): Promise<unknown> {
    const instance = this.free(call.name)
    const invocation: Invocation = { call, at: this.now() }
    instance.skewMs = this.faults.skewMs(invocation)
    try {
      return await instance.run(invocation, call.event)
    } finally {
      instance.leaveTransactions()
      if (!instance.hasDied()) this.idle.get(call.name)?.push(instance)
    }
  }

  /** As in the cloud, an instance does one thing at a time. */
  private free(name: string): Instance {
    const bundle = this.bundles.get(name)
    if (!bundle) throw new Error(`There is no function ${name}`)
    const idle = this.idle.get(name) ?? []
    this.idle.set(name, idle)
    return (
      idle.pop() ??
      new Instance(bundle, {
        sdkFor: (instance) => this.sdkFor(instance),
        fetchFor: (instance) => this.fetchFor(instance),
        variables: this.merchant.variables(WECHAT_PAY),
        now: this.now,
      })
    )
  }

  /** What `require('wx-server-sdk')` gives to one instance. */
  private sdkFor(instance: Instance): object {
    const perform = this.performFor(instance)
    const payer = () => instance.busy?.call.openid
    const database = createDatabase(this.store, perform('database'), instance.open)
    return {
      init: () => undefined,
      DYNAMIC_CURRENT_ENV: ENV_ID,
      database: () => database,
      getWXContext: () => ({
        OPENID: payer(),
        SOURCE: instance.busy?.call.source,
        ENV: ENV_ID,
        CLIENTIP: '127.0.0.1',
      }),
      cloudPay: createPay(
        { orders: this.orders, refunds: this.refundDesk },
        perform('wechat'),
        payer,
      ),
      openapi: createOpenApi(
        { store: this.store, ledger: this.ledger, now: this.now },
        perform('wechat'),
      ),
    }
  }

  /** WeChat Pay over HTTP, without HTTP. */
  private fetchFor(instance: Instance): typeof fetch {
    return async (address, { method = 'GET', body, headers } = {}) => {
      // Functions ask with a text for an address, and send one.
      const path = new URL(address as string).pathname
      const authorization = new Headers(headers).get('authorization') ?? ''
      if (instance.hasDied()) return never()
      const answer = await this.transfers({
        method,
        path,
        body: (body ?? '') as string,
        authorization,
      })
      if (instance.hasDied()) return never()
      return new Response(answer.text, { status: answer.status, headers: answer.headers })
    }
  }

  /** A dead instance hears of nothing any more, and nobody of it. */
  private performFor(instance: Instance) {
    return (kind: FaultyCall['kind']): Perform =>
      async ({ subject, isWrite = false }, work) => {
        const by = instance.busy
        if (!by || instance.hasDied()) return never()
        try {
          const result = await this.faults.around({ kind, subject, isWrite, by }, work)
          return instance.hasDied() ? await never() : result
        } catch (error) {
          if (instance.hasDied()) return never()
          throw inSdkWords(inCloudWords(error))
        }
      }
  }
}

type Call = Invocation['call'] & { readonly event: object }
