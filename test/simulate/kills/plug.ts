/** A town whose plug is pulled now and then: whoever waits for it goes on when it is back. */
import type { FaultPlan } from '../../../emulator/faults/rates'
import type { ActionName } from '@domain/functions'
import type { Books } from '../auditor/books'
import type { Answer, Decision, RefundMood, Town, TransferEnd } from '../cloud/town'
import { missingIn, unpaidIn, type Acknowledged } from './acknowledged'
import { Machine, PowerGone, type Parts } from './machine'

export class PluggedTown implements Town {
  /** How often the plug was pulled. */
  kills = 0
  /** Answers since the last start, and those that were compared with what was there after one. */
  private heard: Acknowledged[] = []
  compared = 0
  private readonly paid = new Set<string>()
  readonly faults: string[] = []
  /** Everything that was answered, by now. */
  answers = 0
  /** The shop is open, and the street comes to it. */
  readonly isBusy: Promise<void>
  private begin: () => void = () => undefined
  private machine: Promise<Machine>

  constructor(private readonly parts: Parts) {
    this.machine = Machine.start(parts)
    this.isBusy = new Promise((resolve) => (this.begin = resolve))
  }

  /** Pulls the plug, puts it in again, and looks whether all is there that was answered. */
  async pull(): Promise<void> {
    const machine = await this.machine
    this.machine = machine.kill().then(() => this.again())
    this.kills += 1
    await this.machine
  }

  async call(openid: string, functionName: string, event: object): Promise<Answer> {
    const { town } = await this.machine
    try {
      const answer = await town.call(openid, functionName, event)
      this.answers += 1
      const { name, input } = event as { name: ActionName; input: object }
      if ('result' in answer) this.heard.push({ who: openid, name, input, result: answer.result })
      return answer
    } catch (error) {
      // The phone hears nothing, and asks again.
      if (error instanceof PowerGone) return { error: { code: 'cloud_failed' } }
      throw error
    }
  }

  async pay(orderId: string, decision: Decision): Promise<void> {
    await this.insist((town) => town.pay(orderId, decision))
  }

  allowMessages(openid: string, templateIds: readonly string[]): Promise<void> {
    return this.insist((town) => town.allowMessages(openid, templateIds))
  }

  endTransfers(openid: string, end: TransferEnd): Promise<void> {
    return this.insist((town) => town.endTransfers(openid, end))
  }

  put(collection: string, document: { readonly _id: string }): Promise<void> {
    return this.insist((town) => town.put(collection, document))
  }

  moveTo(instant: number): Promise<void> {
    return this.insist((town) => town.moveTo(instant))
  }

  suffer(plan: FaultPlan): Promise<void> {
    this.begin()
    return this.insist((town) => town.suffer(plan))
  }

  hits(): Promise<Readonly<Record<string, number>>> {
    return Promise.resolve({})
  }

  refunds(mood: RefundMood): Promise<void> {
    return this.insist((town) => town.refunds(mood))
  }

  /** What is paid in them stays paid. */
  async books(): Promise<Books> {
    const books = await this.insist((town) => town.books())
    for (const { _id, paidAt } of books.payments) if (paidAt !== undefined) this.paid.add(_id)
    return books
  }

  async close(): Promise<void> {
    await (await this.machine).kill()
  }

  private async again(): Promise<Machine> {
    const machine = await Machine.start(this.parts)
    const books = await machine.town.books()
    this.faults.push(...missingIn(books, this.heard), ...unpaidIn(books, this.paid))
    this.compared += this.heard.length
    this.heard = []
    return machine
  }

  /** Does something until it was done once with the power on. */
  private async insist<Result>(work: (town: Machine['town']) => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await work((await this.machine).town)
      } catch (error) {
        if (!(error instanceof PowerGone)) throw error
        // Its death may be heard before that of the process.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
}
