/** A shopper's phone: it knows the orders it placed, and asks again when the cloud has weather. */
import { functionOf, type ActionName } from '@domain/functions'
import type { Answer, Town } from '../cloud/town'
import { hashOf } from '../../../emulator/faults/random'
import type { Act, Step, WishedLine } from '../street/step'

/** What the cloud's trouble is called; the same call may be sent again. */
const weather = new Set(['busy', 'function_crashed', 'function_timeout', 'cloud_failed'])

/** So often a phone tries before its owner gives up for now. */
const TRIES = 6

interface Event {
  readonly name: ActionName
  readonly input: object
}

/** Told what became of every call. */
export type Hear = (name: string, outcome: string) => void

const looks = {
  home: 'catalog.home',
  orders: 'orders.list',
  'flash sales': 'flashsale.see',
} as const

/** An order that a phone knows. */
interface Known {
  readonly orderId: string
  readonly owner: string
}

/** Who does something, when, and whether the phone sends it twice. */
interface Doing {
  readonly who: string
  readonly at: number
  readonly again: boolean
}

/** What a phone reads of an order. */
interface Seen {
  readonly delivery: { readonly code?: string }
  readonly afterSales: readonly { readonly no: number; readonly status: string }[]
}

/** What can be done with an order beside placing and paying it. */
type Deed = Exclude<Act & { readonly order: string }, { do: 'order' } | { do: 'pay' }>

interface FlashSales {
  readonly sessions: readonly {
    readonly saleId: string
    readonly items: readonly { readonly deal: { readonly _id: string; readonly skuId: string } }[]
  }[]
}

const person = (name: string) => ({ name, phone: '13800000000' })

const deliveries = {
  'pick-up': (who: string) => ({ kind: 'pick-up', storeId: 'store-01', ...person(who) }),
  courier: (who: string) => ({
    ...{ kind: 'courier', province: '四川省', city: '成都市', county: '锦江区' },
    ...{ detail: '人民南路 1 号', ...person(who) },
  }),
} as const

export class Phones {
  /** Orders by their names in the plan. */
  private readonly orders = new Map<string, Known>()

  constructor(
    private readonly town: Town,
    private readonly seed: number,
    private readonly hear: Hear,
  ) {}

  /** Does what a step says; what hangs on an order that never came is left out. */
  async act(step: Step): Promise<void> {
    const { who, act } = step
    if (who === null) {
      if (act.do === 'refunds go') await this.town.refunds(act.how)
      return
    }
    await this.perform({ who, at: step.at, again: step.again ?? false }, act as Act)
  }

  private async perform(doing: Doing, act: Act): Promise<void> {
    const { who, again } = doing
    const ask = (name: ActionName, input: object) => this.ask(who, { name, input }, again)
    switch (act.do) {
      case 'look':
        await ask(looks[act.at], {})
        return
      case 'look at a product':
        await ask('catalog.see', { productId: act.productId })
        return
      case 'look at a ladder':
        await ask('groupbuy.see', { dealId: act.dealId })
        return
      case 'read the statement':
        await ask('groupbuy.statement', { dealId: act.dealId, page: 0 })
        return
      case 'order':
        await this.order(who, act, again)
        return
      default:
        await this.withOrder(doing, act)
    }
  }

  /** Reads the price, and orders at it. */
  private async order(
    who: string,
    { order, by, misread = false, ...act }: Extract<Act, { do: 'order' }>,
    again: boolean,
  ): Promise<void> {
    const lines = await Promise.all(act.lines.map((line) => this.lineOf(who, line)))
    const delivery = deliveries[by](who)
    const wish = { lines, delivery: by }
    const quoted = await this.ask(who, { name: 'orders.quote', input: wish })
    if ('error' in quoted) return
    const { receipt } = quoted.result as { receipt: { payableFen: number } }
    const requestId = requestIdOf(this.seed, order)
    const payableFen = receipt.payableFen + (misread ? 1 : 0)
    const input = { requestId, lines, delivery, payableFen }
    const placed = await this.ask(who, { name: 'orders.place', input }, again)
    if ('error' in placed) return
    const { orderId } = placed.result as { orderId: string }
    this.orders.set(order, { orderId, owner: who })
  }

  /** A line with what only the phone can find out: an open team, the session that runs. */
  private async lineOf(who: string, { joins, saleId, ...line }: WishedLine): Promise<object> {
    if (joins) {
      const input = { dealId: line.dealId }
      const offer = await this.ask(who, { name: 'teams.offer', input })
      const [team] = 'error' in offer ? [] : (offer.result as { open: { teamId: string }[] }).open
      return team ? { ...line, teamId: team.teamId } : line
    }
    if (saleId === undefined) return line
    const seen = await this.ask(who, { name: 'flashsale.see', input: {} })
    const { sessions } = ('error' in seen ? { sessions: [] } : seen.result) as FlashSales
    const items = sessions.filter((session) => session.saleId === saleId)[0]?.items ?? []
    const deal = items.find((item) => item.deal.skuId === line.skuId)?.deal
    return deal ? { ...line, dealId: deal._id } : line
  }

  private async withOrder(
    { who, at, again }: Doing,
    act: Exclude<Act, { do: 'order' }> & { order: string },
  ): Promise<void> {
    const known = this.orders.get(act.order)
    if (known === undefined) {
      this.hear(act.do, 'no order')
    } else if (act.do === 'pay') {
      await this.town.pay(known.orderId, act)
      this.hear('pay', act.outcome)
    } else {
      const requestId = requestIdOf(this.seed, `${at} ${JSON.stringify(act)}`)
      const event = await this.eventOf(act, known, requestId)
      if (event) await this.ask(who, event, again)
      else this.hear(act.do, 'nothing to do')
    }
  }

  /** What a deed with an order is called; some need to look at the order first. */
  private async eventOf(
    act: Deed,
    { orderId, owner }: Known,
    requestId: string,
  ): Promise<Event | undefined> {
    const wish = { requestId, orderId }
    switch (act.do) {
      case 'open the payment':
        return { name: 'orders.pay', input: { orderId } }
      case 'check the payment':
        return { name: 'orders.checkPayment', input: { orderId } }
      case 'look at the order':
        return { name: 'orders.see', input: { orderId } }
      case 'cancel':
        return { name: 'orders.cancel', input: wish }
      case 'ask for it back':
        return { name: 'orders.refund', input: wish }
      case 'receive':
        return { name: 'orders.receive', input: wish }
      case 'ship':
        return {
          name: 'fulfilment.ship',
          input: { ...wish, company: 'SF', number: 'SF1234567890' },
        }
      case 'ask for pieces back': {
        const pieces = [{ line: act.line, quantity: act.quantity }]
        const input = { ...wish, pieces, reason: 'quality', words: '', pictures: [] }
        return { name: 'aftersale.request', input }
      }
      case 'hand over': {
        const code = (await this.look(owner, orderId))?.delivery.code
        return code ? { name: 'fulfilment.verify', input: { requestId, code } } : undefined
      }
      case 'think better of it':
      case 'answer the request': {
        const seen = await this.look(owner, orderId)
        const asked = seen?.afterSales.find(({ status }) => status === 'requested')
        if (!asked) return undefined
        const input = { ...wish, no: asked.no }
        if (act.do === 'think better of it') return { name: 'aftersale.withdraw', input }
        const answer = { verdict: act.verdict, words: 'as agreed' }
        return { name: 'aftersale.answer', input: { ...input, ...answer } }
      }
    }
  }

  private async look(owner: string, orderId: string): Promise<Seen | undefined> {
    const answer = await this.ask(owner, { name: 'orders.see', input: { orderId } })
    return 'error' in answer ? undefined : (answer.result as { order: Seen }).order
  }

  /** Asks until there is an answer; `again` sends it once more, as phones do. */
  private async ask(who: string, event: Event, again = false): Promise<Answer> {
    let answer = await this.send(who, event)
    for (let tried = 1; tried < TRIES && isWeather(answer); tried += 1) {
      answer = await this.send(who, event)
    }
    if (again) answer = await this.send(who, event)
    return answer
  }

  private async send(who: string, event: Event): Promise<Answer> {
    const answer = await this.town.call(who, functionOf[event.name], event)
    this.hear(event.name, 'error' in answer ? answer.error.code : 'ok')
    return answer
  }
}

const isWeather = (answer: Answer): boolean => 'error' in answer && weather.has(answer.error.code)

/** A UUID that belongs to a wish of the plan. */
function requestIdOf(seed: number, wish: string): string {
  const hex = (name: string) =>
    (hashOf(`${name}/${seed}/${wish}`) >>> 0).toString(16).padStart(8, '0')
  const [a, b, c, d] = [hex('a'), hex('b'), hex('c'), hex('d')]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`
}
