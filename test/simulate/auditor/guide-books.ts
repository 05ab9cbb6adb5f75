/** The books about guides, as the auditor reads them: who brought whom, and what it earned. */

/** Whom an order is credited to, as it tells itself. */
export interface CreditNote {
  readonly guideId: string | null
  readonly storeId: string | null
  readonly secondId: string | null
  readonly won:
    | { readonly kind: 'touch'; readonly touch: { readonly _id: string } }
    | { readonly kind: 'binding'; readonly binding: { readonly guideId: string } }
    | null
  readonly lost: readonly { readonly touch: { readonly _id: string }; readonly because: string }[]
  readonly changes: readonly {
    readonly at: number
    readonly by: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

/** A place for a guide; nobody's while `memberId` is null. */
export interface GuideDoc {
  readonly _id: string
  readonly memberId: string | null
  readonly joinedAt: number | null
}

export interface LinkDoc {
  readonly _id: string
  readonly sharerId: string
  readonly guideId: string | null
  readonly parentId: string | null
  readonly hops: number
  readonly madeAt: number
}

/** Somebody opened a link. */
export interface TouchDoc {
  readonly _id: string
  readonly memberId: string
  readonly linkId: string
  readonly sharerId: string
  readonly guideId: string | null
  readonly hops: number
  readonly at: number
}

/** What a guide and somebody who came by their links have to do with each other. */
export interface CustomerDoc {
  readonly _id: string
  readonly guideId: string
  readonly memberId: string
  readonly orders: number
}

/** A line of the ledger of commission. */
export interface CommissionDoc {
  readonly _id: string
  /** `guide.<id>` or `store.<id>`. */
  readonly payee: string
  readonly kind: string
  readonly amountFen: number
  readonly payableAt: number
  readonly at: number
  readonly source: {
    readonly orderId: string
    readonly line: number
    readonly role: string
    readonly ruleVersion: number
    readonly bps: number
  } | null
  readonly payoutId: string | null
}

export interface PayoutDoc {
  readonly _id: string
  readonly guideId: string
  readonly memberId: string
  readonly amountFen: number
  readonly askedAt: number
  readonly endedAt: number | null
  readonly transfers: readonly {
    readonly no: string
    readonly amountFen: number
    readonly status: string
  }[]
}

/** What somebody of the shop changed. */
export interface AuditDoc {
  readonly _id: string
  readonly at: number
  readonly by: string
  readonly action: string
  readonly subject: string
  readonly after: Readonly<Record<string, unknown>>
}

/** A transfer in WeChat Pay's books; `_id` is its number. */
export interface TransferDoc {
  readonly _id: string
  readonly outBillNo: string
  readonly openid: string
  readonly amount: number
  readonly state: string
  /** WeChat's word for why it failed. */
  readonly failReason?: string
}
