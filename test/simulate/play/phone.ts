/** A shopper's phone: it knows the orders it placed, and asks again when the cloud has weather. */
import { functionOf } from '@domain/functions'
import type { Answer, Town, TransferEnd } from '../cloud/town'
import { hashOf } from '../../../emulator/faults/random'
import {
  KEEPER,
  type Act,
  type GuideAct,
  type Saving,
  type Step,
  type WishedLine,
} from '../street/step'
import { deedWith, type Deed, type Known, type Seen } from './deeds'
import type { Event } from './event'
import { guideEvent, invitation, tampered, working } from './guiding'
import { memberEvent, placeEvent } from './membership'

/** What the cloud's trouble is called; the same call may be sent again. */
const weather = new Set(['busy', 'function_crashed', 'function_timeout', 'cloud_failed'])

/** So often a phone tries before its owner gives up for now. */
const TRIES = 6

/** Told what became of every call. */
export type Hear = (name: string, outcome: string) => void

/** Who does something, when, and whether the phone sends it twice. */
interface Doing {
  readonly who: string
  readonly at: number
  readonly again: boolean
}

type Ordering = Extract<Act, { do: 'order' }>

/** As most people buy. */
const thrifty: Saving = { coupon: 'best', points: 0 }

/** What a phone reads of a price. */
interface Quoted {
  readonly receipt: { readonly payableFen: number }
  readonly context: {
    readonly couponId: string | null
    readonly coupons: readonly { readonly _id: string }[]
    readonly points: { readonly spend: number } | null
  }
}

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
  /** Tokens of links by their names in the plan. */
  private readonly links = new Map<string, string>()

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
    const ask = (event: Event) => this.ask(who, event, again)
    switch (act.do) {
      case 'look':
        await ask(placeEvent(act.at))
        return
      case 'look at a product':
        await ask({ name: 'catalog.see', input: { productId: act.productId } })
        return
      case 'look at a ladder':
        await ask({ name: 'groupbuy.see', input: { dealId: act.dealId } })
        return
      case 'read the statement':
        await ask({ name: 'groupbuy.statement', input: { dealId: act.dealId, page: 0 } })
        return
      case 'order':
        await this.order(who, act, again)
        return
      case 'join':
      case 'claim':
      case 'sign in':
      case 'redeem':
      case 'allow messages':
        await ask(memberEvent(act, this.requestOf(doing, act)))
        return
      case 'say who works':
        await ask(working(act, this.requestOf(doing, act)))
        return
      case 'take a place':
      case 'share':
      case 'open a link':
      case 'ask for a payout':
      case 'end the payout':
        await this.guide(doing, act)
        return
      default:
        await this.withOrder(doing, act)
    }
  }

  private async guide(doing: Doing, act: GuideAct): Promise<void> {
    const { who, again } = doing
    const requestId = this.requestOf(doing, act)
    switch (act.do) {
      case 'take a place': {
        const invited = await this.ask(KEEPER, invitation(act, requestId))
        if ('error' in invited) return
        const { code } = (invited.result as { invitation: { code: string } }).invitation
        await this.ask(who, { name: 'guides.accept', input: { code } }, again)
        return
      }
      case 'share': {
        const shared = await this.ask(who, guideEvent(act, requestId), again)
        if ('error' in shared) return
        const { links } = shared.result as { links: Readonly<Record<string, string>> }
        this.links.set(act.link, links[act.channel] ?? '')
        return
      }
      case 'open a link': {
        const link = this.links.get(act.link)
        if (link === undefined) this.hear(act.do, 'no link')
        else {
          const input = { requestId, link: act.isTampered ? tampered(link) : link, scene: 1007 }
          await this.ask(who, { name: 'attribution.open', input }, again)
        }
        return
      }
      case 'ask for a payout':
        await this.ask(who, guideEvent(act, requestId), again)
        return
      case 'end the payout':
        await this.endPayout(who, act.outcome)
    }
  }

  /** Does in WeChat what it asks the guide for, and looks what became of it. */
  private async endPayout(who: string, outcome: TransferEnd): Promise<void> {
    await this.town.endTransfers(who, outcome)
    const listed = await this.ask(who, { name: 'payouts.list', input: {} })
    const [last] = 'error' in listed ? [] : (listed.result as { payouts: { id: string }[] }).payouts
    if (last) await this.ask(who, { name: 'payouts.check', input: { payoutId: last.id } })
    else this.hear('end the payout', 'no payout')
  }

  /** Reads the price, and orders at it. */
  private async order(who: string, act: Ordering, again: boolean): Promise<void> {
    const { order, by, misread = false } = act
    const lines = await Promise.all(act.lines.map((line) => this.lineOf(who, line)))
    const quoted = await this.price(who, act, { lines, delivery: by })
    if (!quoted) return
    const { receipt, context } = quoted
    const input = {
      requestId: requestIdOf(this.seed, order),
      lines,
      delivery: deliveries[by](who),
      payableFen: receipt.payableFen + (misread ? 1 : 0),
      couponId: context.couponId,
      spendPoints: context.points?.spend ?? 0,
    }
    const placed = await this.ask(who, { name: 'orders.place', input }, again)
    if ('error' in placed) return
    const { orderId } = placed.result as { orderId: string }
    this.orders.set(order, { orderId, owner: who })
  }

  /** What the basket comes to with what is to bring it down. */
  private async price(
    who: string,
    { order, saving = thrifty }: Ordering,
    basket: object,
  ): Promise<Quoted | undefined> {
    const quote = async (wish: object) => {
      const input = { ...basket, spendPoints: saving.points, ...wish }
      const quoted = await this.ask(who, { name: 'orders.quote', input })
      return 'error' in quoted ? undefined : (quoted.result as Quoted)
    }
    const best = await quote(saving.coupon === 'none' ? { couponId: null } : {})
    if (saving.coupon !== 'other' || !best) return best
    const others = best.context.coupons.filter(({ _id }) => _id !== best.context.couponId)
    const other = others[hashOf(order) % Math.max(1, others.length)]
    return other ? quote({ couponId: other._id }) : best
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

  private async withOrder(doing: Doing, act: Deed | Extract<Act, { do: 'pay' }>): Promise<void> {
    const { who, again } = doing
    const known = this.orders.get(act.order)
    if (known === undefined) {
      this.hear(act.do, 'no order')
    } else if (act.do === 'pay') {
      await this.town.pay(known.orderId, act)
      this.hear('pay', act.outcome)
    } else {
      const { orderId, owner } = known
      const requestId = this.requestOf(doing, act)
      const event = await deedWith(act, { requestId, orderId }, () => this.look(owner, orderId))
      if (event) await this.ask(who, event, again)
      else this.hear(act.do, 'nothing to do')
    }
  }

  private requestOf({ who, at }: Doing, act: Act): string {
    const whose = 'order' in act ? '' : `${who} `
    return requestIdOf(this.seed, `${whose}${at} ${JSON.stringify(act)}`)
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
