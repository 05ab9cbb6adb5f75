/** What is done about a live, by those who run it and by those who watch. Lives go by their ids. */

/** In front of which live. */
interface InLive {
  readonly live: string
}

/** On which goods of a live, by their product. */
interface OnGoods extends InLive {
  readonly productId: string
}

/** What those who run a live do; on another device it is another wish. */
export type CrewAct = (
  | ({ readonly do: 'start the live' | 'end the live' } & InLive)
  | ({ readonly do: 'explain' | 'skip' } & OnGoods)
  | ({ readonly do: 'shelve'; readonly isOffered: boolean } & OnGoods)
  | ({ readonly do: 'change the price'; readonly priceFen: number } & OnGoods)
  | ({ readonly do: 'change the stock'; readonly change: number } & OnGoods)
  | ({ readonly do: 'announce'; readonly words: string } & InLive)
  | ({ readonly do: 'drop a coupon'; readonly templateId: string } & InLive)
  | ({
      readonly do: 'note posters'
      readonly daysBefore: number
      readonly posters: number
    } & InLive)
  | ({ readonly do: 'open a lottery'; readonly place: number; readonly minutes: number } & InLive)
  /** Of the lottery for a product. */
  | ({ readonly do: 'draw' } & OnGoods)
  | ({ readonly do: 'note for next time'; readonly words: string } & InLive)
  | ({ readonly do: 'look at the cockpit' | 'look at the review' | 'count anew' } & InLive)
) & { readonly device?: 'other' }

/** What those who watch a live do, beside buying. */
export type AudienceAct =
  | ({ readonly do: 'reserve' | 'watch' } & InLive)
  | ({ readonly do: 'claim the drop'; readonly templateId: string } & InLive)
  /** The lottery for a product. */
  | ({ readonly do: 'enter the lottery' } & OnGoods)

/** Anything about a live. */
export type LiveAct = CrewAct | AudienceAct
