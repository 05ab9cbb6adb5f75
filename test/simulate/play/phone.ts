/** A shopper's phone: it knows the orders it placed, and asks again when the cloud has weather. */
import { functionOf } from '@domain/functions'
import type { Answer, Town, TransferEnd } from '../cloud/town'
import { hashOf } from '../../../emulator/faults/random'
import type { LiveAct } from '../street/live-step'
import { KEEPER, type Act, type GuideAct, type Step } from '../street/step'
import { templates } from '../street/written-society'
import type { StaffDeed } from '../auditor/staff-deeds'
import { Baskets, type Ordering, type Priced } from './basket'
import { deedWith, type Deed, type Known, type Seen } from './deeds'
import type { Event } from './event'
import { guideEvent, invitation, tampered, working } from './guiding'
import { isRecorded, liveEvent, watchingEvent } from './live'
import { memberEvent, placeEvent } from './membership'

/** What the cloud's trouble is called; the same call may be sent again. */
const weather = new Set(['busy', 'function_crashed', 'function_timeout', 'cloud_failed'])

/** So often a phone tries before its owner gives up for now. */
const TRIES = 6

/** Whoever listens to what becomes of all this. */
export interface Listener {
  /** What a call came to. */
  heard(name: string, outcome: string): void
  /** What became of a wish of who runs a live. */
  did(deed: StaffDeed): void
}

/** Who does something, when, and whether the phone sends it twice. */
interface Doing {
  readonly who: string
  readonly at: number
  readonly again: boolean
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
  /** Prices that somebody read and did not order at yet. */
  private readonly read = new Map<string, Priced>()
  private readonly baskets = new Baskets((who, event, again) => this.ask(who, event, again))

  constructor(
    private readonly town: Town,
    private readonly seed: number,
    private readonly listener: Listener,
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
      case 'read the price': {
        const priced = await this.baskets.price(who, act)
        if (priced) this.read.set(act.order, priced)
        return
      }
      case 'join':
      case 'claim':
      case 'sign in':
      case 'redeem':
        await ask(memberEvent(act, this.requestOf(doing, act)))
        return
      case 'allow messages':
        await this.town.allowMessages(who, Object.values(templates))
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
        if ('live' in act) await this.live(doing, act)
        else await this.withOrder(doing, act)
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
        if (link === undefined) this.listener.heard(act.do, 'no link')
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
    else this.listener.heard('end the payout', 'no payout')
  }

  /** Reads the price, unless it was read before, and orders at it. */
  private async order(who: string, act: Ordering, again: boolean): Promise<void> {
    const { order, by, from, misread = false } = act
    const priced = this.read.get(order) ?? (await this.baskets.price(who, act))
    if (!priced) return
    const { receipt, context } = priced.quoted
    const input = {
      requestId: requestIdOf(this.seed, order),
      lines: priced.lines,
      delivery: deliveries[by](who),
      payableFen: receipt.payableFen + (misread ? 1 : 0),
      couponId: context.couponId,
      spendPoints: context.points?.spend ?? 0,
      ...(from !== undefined && { liveId: from }),
    }
    const placed = await this.ask(who, { name: 'orders.place', input }, again)
    if ('error' in placed) return
    const { orderId } = placed.result as { orderId: string }
    this.orders.set(order, { orderId, owner: who })
  }

  /** Does something about a live, after a look at it; who works here is watched while they do. */
  private async live({ who, at, again }: Doing, act: LiveAct): Promise<void> {
    const requestId = this.requestOf({ who, at }, act)
    const seen = await this.baskets.see(who, act.live)
    const event = seen && liveEvent(act, requestId, seen)
    if (!event) {
      this.listener.heard(act.do, 'nothing to do')
      return
    }
    const answer = await this.ask(who, event, again)
    if (isRecorded(event)) {
      const outcome = isWeather(answer) ? 'unknown' : 'error' in answer ? 'refused' : 'granted'
      this.listener.did({ requestId, action: event.name, by: who, subject: act.live, outcome })
    }
    if (act.do !== 'watch' || 'error' in answer || answer.now === undefined) return
    await this.ask(who, watchingEvent(act, { requestId, at: answer.now, seen }), again)
  }

  private async withOrder(doing: Doing, act: Deed | Extract<Act, { do: 'pay' }>): Promise<void> {
    const { who, again } = doing
    const known = this.orders.get(act.order)
    if (known === undefined) {
      this.listener.heard(act.do, 'no order')
    } else if (act.do === 'pay') {
      await this.town.pay(known.orderId, act)
      this.listener.heard('pay', act.outcome)
    } else {
      const { orderId, owner } = known
      const requestId = this.requestOf(doing, act)
      const event = await deedWith(act, { requestId, orderId }, () => this.look(owner, orderId))
      if (event) await this.ask(who, event, again)
      else this.listener.heard(act.do, 'nothing to do')
    }
  }

  private requestOf({ who, at }: Pick<Doing, 'who' | 'at'>, act: Act): string {
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
    this.listener.heard(event.name, 'error' in answer ? answer.error.code : 'ok')
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
