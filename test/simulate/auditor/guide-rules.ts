/** What the shop promises to guides, as the auditor keeps it. */

/** What one role gets of the goods money. */
export interface ShareTerms {
  readonly role: string
  readonly bps: number
}

/** A place for a guide, as the owner wrote it. */
export interface PlaceTerms {
  readonly id: string
  readonly storeId: string
  readonly invitedBy?: string
}

/** The sections about guides, as the owner wrote them. */
export interface WrittenGuideRules {
  readonly guides: readonly PlaceTerms[]
  readonly rule: 'last-guide-touch' | 'first-touch' | 'protected-binding'
  readonly days: number
  readonly selfPurchase: boolean
  readonly shares: readonly ShareTerms[]
  readonly products: Readonly<Record<string, readonly ShareTerms[]>>
  readonly deals: Readonly<Record<string, readonly ShareTerms[]>>
  readonly level2Bps: number
  readonly maxTotalBps: number
  readonly freezeDays: number
}

const DAY = 86_400_000

export class GuideRules {
  readonly places: ReadonlyMap<string, PlaceTerms>
  /** How long a touch, or a binding, counts. */
  readonly window: number
  /** After receipt, until commission can be paid out. */
  readonly freeze: number

  constructor(readonly written: WrittenGuideRules) {
    this.places = new Map(written.guides.map((place) => [place.id, place]))
    this.window = written.days * DAY
    this.freeze = written.freezeDays * DAY
  }

  /**
   * Who gets how much of goods: a deal's shares before a product's, and those before all others.
   */
  sharesFor(productId: string, dealId: string | undefined): readonly ShareTerms[] {
    const { deals, products, shares, level2Bps } = this.written
    const closest = (dealId === undefined ? undefined : deals[dealId]) ?? products[productId]
    return [...(closest ?? shares), { role: 'second', bps: level2Bps }]
  }

  /** Whether somebody is known to earn at all. */
  knows(payee: string): boolean {
    const [kind, id = ''] = payee.split(/\.(.*)/)
    if (kind === 'guide') return this.places.has(id)
    return kind === 'store' && this.written.guides.some(({ storeId }) => storeId === id)
  }
}
