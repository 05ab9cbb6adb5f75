/** What the people of a street do, as a plan can list it, leave out and play again. */
import type { PlannedGuide } from './guiding'
import type { LiveAct } from './live-step'

/** A line of a basket. */
export interface WishedLine {
  readonly productId: string
  readonly skuId: string
  readonly quantity: number
  readonly dealId?: string
  /** Joins a team that is open, where there is one; else opens one. */
  readonly joins?: boolean
  /** In the session of this flash sale that runs; its deal is known only then. */
  readonly saleId?: string
  /** In this live, at its price; the deal is read in the room. */
  readonly liveId?: string
  /** As what was won in this live. */
  readonly prizeOf?: string
}

/** What somebody wants to bring an order down with. */
export interface Saving {
  /** The coupon that is proposed, another one, or none. */
  readonly coupon: 'best' | 'other' | 'none'
  /** Points, at the most. */
  readonly points: number
}

/** Where one looks around. */
export type Place =
  | 'home'
  | 'orders'
  | 'flash sales'
  | 'member center'
  | 'levels'
  | 'coupon centre'
  | 'coupons'
  | 'points'
  | 'points mall'
  | 'workbench'
  | 'income'
  | 'payouts'

/** What members do beside buying. */
export type MemberAct =
  | { readonly do: 'join'; readonly storeId?: string }
  | { readonly do: 'claim'; readonly templateId: string }
  | { readonly do: 'sign in' }
  | { readonly do: 'redeem'; readonly itemId: string }
  | { readonly do: 'allow messages' }

/** What a link is to lead to. */
export type SharedThing =
  { readonly kind: 'home' } | { readonly kind: 'product' | 'deal' | 'store'; readonly id: string }

/** What brings people, and what guides do. Links go by names of the plan, as orders do. */
export type GuideAct =
  | { readonly do: 'take a place'; readonly place: PlannedGuide }
  | {
      readonly do: 'share'
      readonly link: string
      readonly target: SharedThing
      readonly channel: 'chat' | 'moments' | 'poster' | 'code' | 'wecom'
    }
  /** Tampered: with a token that was made up from the link's. */
  | { readonly do: 'open a link'; readonly link: string; readonly isTampered?: true }
  /** Of so much, or of everything; on another phone it is another wish. */
  | { readonly do: 'ask for a payout'; readonly amountFen?: number; readonly phone?: 'other' }
  /** What becomes of the transfers that wait for the guide. */
  | { readonly do: 'end the payout'; readonly outcome: 'confirm' | 'fail' }

/** Something a shopper does. Orders go by names of the plan; ids come when they are placed. */
export type Act =
  | MemberAct
  | GuideAct
  | LiveAct
  | { readonly do: 'look'; readonly at: Place }
  | { readonly do: 'look at a product'; readonly productId: string }
  | { readonly do: 'look at a ladder'; readonly dealId: string }
  | { readonly do: 'read the statement'; readonly dealId: string }
  | { readonly do: 'look at the order'; readonly order: string }
  | {
      readonly do: 'order'
      readonly order: string
      readonly lines: readonly WishedLine[]
      readonly by: 'pick-up' | 'courier'
      readonly saving?: Saving
      /** Insists on a price that the shop never told. */
      readonly misread?: boolean
      /** From the page of this live. */
      readonly from?: string
    }
  /** Reads what an order would cost; it is then placed at that price, whatever it costs by then. */
  | {
      readonly do: 'read the price'
      readonly order: string
      readonly lines: readonly WishedLine[]
      readonly by: 'pick-up' | 'courier'
    }
  | { readonly do: 'open the payment'; readonly order: string }
  | {
      readonly do: 'pay'
      readonly order: string
      readonly outcome: 'success' | 'fail'
      readonly notify?: 'once' | 'twice' | 'late' | 'never'
    }
  | { readonly do: 'check the payment'; readonly order: string }
  | { readonly do: 'cancel'; readonly order: string }
  | { readonly do: 'ask for it back'; readonly order: string }
  | { readonly do: 'receive'; readonly order: string }
  | {
      readonly do: 'ask for pieces back'
      readonly order: string
      readonly line: number
      readonly quantity: number
    }
  | { readonly do: 'think better of it'; readonly order: string }
  /** What staff does with an order. */
  | { readonly do: 'ship'; readonly order: string }
  | { readonly do: 'hand over'; readonly order: string }
  | {
      readonly do: 'answer the request'
      readonly order: string
      readonly verdict: 'approve' | 'refuse'
    }
  | { readonly do: 'credit'; readonly order: string; readonly guideId: string | null }
  | { readonly do: 'say who works'; readonly guideId: string; readonly isActive: boolean }

/** Something that befalls the whole street. */
export type Turn = { readonly do: 'refunds go'; readonly how: 'succeed' | 'fail' }

/** One dated line of a plan. */
export interface Step {
  /** Milliseconds after the plan's start. */
  readonly at: number
  /** Nobody: it befalls everybody. */
  readonly who: string | null
  readonly act: Act | Turn
  /** Steps of one rush happen side by side. */
  readonly rush?: number
  /** The phone sends it once more, after the answer. */
  readonly again?: boolean
}

/** Who works in the shop of a street: its keeper, and who runs its lives. */
export const KEEPER = 'keeper'
export const CREW = 'crew'

const staff: readonly (string | null)[] = [KEEPER, CREW]

/** Whether a shopper does it: those are counted. */
export const isShoppers = ({ who }: Step): boolean => who !== null && !staff.includes(who)

/** Whether chance alone says how it goes: who wins in a lottery, nobody knows beforehand. */
export const isByChance = ({ act }: Step): boolean => {
  const lines = act.do === 'order' ? act.lines : []
  return lines.some(({ prizeOf }) => prizeOf !== undefined)
}

const MINUTE = 60_000

const clockOf = (at: number): string => {
  const minutes = Math.floor(at / MINUTE)
  const two = (number: number) => String(number).padStart(2, '0')
  const [day, hour, minute] = [minutes / 1440, (minutes / 60) % 24, minutes % 60].map(Math.floor)
  return `day ${(day ?? 0) + 1} ${two(hour ?? 0)}:${two(minute ?? 0)}`
}

/** A step as a sentence, for a history that people read. */
export function sentenceOf({ at, who, act, rush, again }: Step): string {
  const { do: verb, ...rest } = act
  const details = Object.entries(rest)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  const manner = `${rush === undefined ? '' : ` (rush ${rush})`}${again ? ' (twice)' : ''}`
  return `${clockOf(at)}  ${who ?? 'everybody'}: ${verb} ${details}${manner}`
}
