/** What a neighbour does with the shop on their phone, tap by tap. */
import type { Decision } from '../../emulator/phone/device'
import type { Driver } from '../../emulator/phone/driver'
import type { Shop } from '../harness/shop'
import { openPhone, type OpenPhone } from './phone'

/** Where the shop is opened, and how they answer when WeChat asks them. */
type Link = Pick<OpenPhone, 'path' | 'query' | 'consents' | 'choices'>

/** Somebody with a phone. At the cashier they do what they have in mind, in that order. */
export class Neighbour {
  private readonly intentions: Decision[] = []

  private constructor(readonly name: string) {}

  phone!: Driver

  /** Opens the shop on the phone of `name`; at the cashier they pay unless told otherwise. */
  static async of(shop: Shop, name: string, link: Link = {}) {
    const neighbour = new Neighbour(name)
    const cashier = () => neighbour.intentions.shift() ?? 'pay'
    neighbour.phone = await openPhone({ cloud: shop.url, openid: name, cashier, ...link })
    return neighbour
  }

  /** What they will do at the cashier, visit by visit; afterwards they pay. */
  intends(...decisions: Decision[]): void {
    this.intentions.push(...decisions)
  }

  /** From home to the page of a ladder. */
  async toLadder(dealId: string): Promise<void> {
    await this.phone.tap(`#deal-${dealId}`)
    await this.phone.waitFor(() => this.phone.has('#rules'))
  }

  /** From the page of a ladder to a checkout with a name and a store. */
  async toCheckout(): Promise<void> {
    await this.phone.tap('#join')
    await this.fillIn()
  }

  /** Fills in who picks up and where. */
  async fillIn(): Promise<void> {
    const { phone } = this
    await phone.waitFor(() => phone.has('#submit'))
    await phone.tap('#choose-store')
    await phone.tap('#store-store-01')
    await phone.input('#name', this.name)
    await phone.input('#phone', '13800000000')
  }

  /** Submits the order and does at the cashier what they have in mind. Answers the order's id. */
  async submit(): Promise<string> {
    await this.phone.tap('#submit')
    await this.phone.waitFor(() => this.phone.has('#status'))
    return this.phone.place().query['orderId'] ?? ''
  }
}

/** A sum as the pages write it, as a number of yuan. */
export function yuanIn(text: string): number {
  const [, sum] = /¥\s*([0-9.]+)/.exec(text) ?? []
  if (sum === undefined) throw new Error(`no sum in "${text}"`)
  return Number(sum)
}
