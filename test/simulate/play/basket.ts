/** What a phone finds out before it orders: which deal, which team, and what it all comes to. */
import { hashOf } from '../../../emulator/faults/random'
import type { Answer } from '../cloud/town'
import type { Act, Saving, WishedLine } from '../street/step'
import type { Event } from './event'
import { lotteryIn, type SeenLive } from './live'

export type Ordering = Extract<Act, { do: 'order' }>
export type Reading = Extract<Act, { do: 'read the price' }>

/** Asks the cloud as somebody, until there is an answer. */
export type Ask = (who: string, event: Event, again?: boolean) => Promise<Answer>

/** What a phone reads of a price. */
export interface Quoted {
  readonly receipt: { readonly payableFen: number }
  readonly context: {
    readonly couponId: string | null
    readonly coupons: readonly { readonly _id: string }[]
    readonly points: { readonly spend: number } | null
  }
}

/** Lines as the cloud knows them, with their price as it was read. */
export interface Priced {
  readonly lines: readonly object[]
  readonly quoted: Quoted
}

interface FlashSales {
  readonly sessions: readonly {
    readonly saleId: string
    readonly items: readonly { readonly deal: { readonly _id: string; readonly skuId: string } }[]
  }[]
}

/** As most people buy. */
const thrifty: Saving = { coupon: 'best', points: 0 }

export class Baskets {
  constructor(private readonly ask: Ask) {}

  /** What a basket comes to with what is to bring it down; nothing where it can't be had. */
  async price(who: string, act: Ordering | Reading): Promise<Priced | undefined> {
    const lines = await Promise.all(act.lines.map((line) => this.lineOf(who, line)))
    const saving = ('saving' in act ? act.saving : undefined) ?? thrifty
    const quote = async (wish: object) => {
      const input = { lines, delivery: act.by, spendPoints: saving.points, ...wish }
      return this.read<Quoted>(who, { name: 'orders.quote', input })
    }
    const best = await quote(saving.coupon === 'none' ? { couponId: null } : {})
    if (!best) return undefined
    if (saving.coupon !== 'other') return { lines, quoted: best }
    const others = best.context.coupons.filter(({ _id }) => _id !== best.context.couponId)
    const other = others[hashOf(act.order) % Math.max(1, others.length)]
    const quoted = other ? await quote({ couponId: other._id }) : best
    return quoted && { lines, quoted }
  }

  /** A live as somebody sees it. */
  see(who: string, liveId: string): Promise<SeenLive | undefined> {
    return this.read<SeenLive>(who, { name: 'live.see', input: { liveId } })
  }

  /** A line with what only the phone can find out: an open team, the session that runs. */
  private async lineOf(who: string, wished: WishedLine): Promise<object> {
    const { joins, saleId, liveId, prizeOf, ...line } = wished
    if (joins) {
      const input = { dealId: line.dealId }
      const offer = await this.read<{ open: { teamId: string }[] }>(who, {
        ...{ name: 'teams.offer', input },
      })
      const [team] = offer?.open ?? []
      return team ? { ...line, teamId: team.teamId } : line
    }
    const dealId =
      saleId === undefined
        ? await this.liveDealOf(who, { liveId, prizeOf, skuId: line.skuId })
        : await this.saleDealOf(who, saleId, line.skuId)
    return dealId === undefined ? line : { ...line, dealId }
  }

  private async saleDealOf(who: string, saleId: string, skuId: string) {
    const seen = await this.read<FlashSales>(who, { name: 'flashsale.see', input: {} })
    const items = seen?.sessions.find((session) => session.saleId === saleId)?.items ?? []
    return items.find((item) => item.deal.skuId === skuId)?.deal._id
  }

  /** What a live sells, or gives to whoever won it. */
  private async liveDealOf(
    who: string,
    { liveId, prizeOf, skuId }: Pick<WishedLine, 'liveId' | 'prizeOf' | 'skuId'>,
  ): Promise<string | undefined> {
    if (prizeOf !== undefined) {
      const seen = await this.see(who, prizeOf)
      return seen && lotteryIn(seen, skuId)?.dealId
    }
    if (liveId === undefined) return undefined
    const seen = await this.see(who, liveId)
    return seen?.goods.find((one) => one.skuId === skuId)?.dealId
  }

  private async read<Result>(who: string, event: Event): Promise<Result | undefined> {
    const answer = await this.ask(who, event)
    return 'error' in answer ? undefined : (answer.result as Result)
  }
}
