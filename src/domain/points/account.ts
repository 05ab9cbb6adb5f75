import { NEVER, type HeldBy } from '../holds/hold'
import type { MemberId, OrderId } from '../ids'
import type { Bps, Fen } from '../money'
import { instant, type Instant } from '../time'

/** Points that expire together, at the end of a month. */
export interface PointsLot {
  /** The midnight, in shop time, that ends their last month. */
  readonly expiresAt: Instant
  readonly points: number
}

/**
 * The points of one member. `balance` is the sum of all ledger entries, changed in the same
 * transaction as an entry is added: lots − debt = balance, available = balance − held.
 * Below zero it is a debt: points were taken back that had been spent.
 */
export interface PointsAccount {
  readonly _id: MemberId
  readonly balance: number
  readonly available: number
  /** The soonest to expire first; empty while there is a debt. */
  readonly lots: readonly PointsLot[]
  /** By order, or by the coupon that is being redeemed. */
  readonly holds: Readonly<Record<string, HeldBy>>
  /** Entries posted so far; the number of the last one. */
  readonly entries: number
  /** 签到: the last day signed, as YYYY-MM-DD in shop time, and how many in a row up to it. */
  readonly signedOn: string | null
  readonly streak: number
  /** The earliest moment at which a hold may lapse. */
  readonly sweepAt: Instant
  /** When time alone has something to do with it: points expire, or are about to. */
  readonly dueAt: Instant
  /** Of lots that expire up to here the member was told. */
  readonly noticedFor: Instant
  /** When the nightly check comes to it. */
  readonly checkAt: Instant
  /** Counts the writes that decide something; a hold that is let go decides nothing. */
  readonly rev: number
}

/** The most points that one entry speaks of. */
export const MOST_POINTS = 1_000_000_000

/** The account of somebody who never had a point. */
export function freshAccount(memberId: MemberId): PointsAccount {
  return {
    _id: memberId,
    balance: 0,
    available: 0,
    lots: [],
    holds: {},
    entries: 0,
    signedOn: null,
    streak: 0,
    sweepAt: NEVER,
    dueAt: NEVER,
    noticedFor: instant(0),
    checkAt: NEVER,
    rev: 0,
  }
}

/** Points that wait for orders to be paid and coupons to be redeemed. */
export function heldPoints({ holds }: Pick<PointsAccount, 'holds'>): number {
  return Object.values(holds).reduce((sum, { n }) => sum + n, 0)
}

/** The account after a hold was dropped; what it held can be spent again. */
export function withoutHold(account: PointsAccount, holdId: string): PointsAccount {
  const { [holdId]: dropped, ...holds } = account.holds
  return dropped ? { ...account, holds, available: account.available + dropped.n } : account
}

/** Why points came or went. */
export const pointsKinds = [
  /** For a received order. */
  'earn',
  /** Taken back as the order's money went back. */
  'earn-back',
  /** Paid with, at the checkout or in the mall. */
  'spend',
  /** Given back as the order's money went back. */
  'spend-back',
  'sign-in',
  /** Redeemed for a coupon. */
  'redeem',
  'expire',
] as const
export type PointsKind = (typeof pointsKinds)[number]

/** A line of the ledger: written once, never changed. */
export interface PointsEntry {
  /** Derived from what it is for, so that it can't be there twice. */
  readonly _id: string
  readonly memberId: MemberId
  /** 1, 2, 3 … within the member's ledger. */
  readonly no: number
  readonly kind: PointsKind
  /** With a sign. */
  readonly points: number
  /** What it left. */
  readonly balance: number
  readonly at: Instant
  readonly orderId: OrderId | null
  /** Figures and names, from which a sentence is made. */
  readonly why: Readonly<Record<string, number | string>>
}

/** 积分抵现: how points pay for a part of an order. */
export interface OffsetRule {
  /** What a point is worth. */
  readonly fenPerPoint: Fen
  /** Of the goods after coupons, the part that points may pay at most. */
  readonly maxBps: Bps
  /** Fewer than this are not taken. */
  readonly minPoints: number
}

/** How a shop gives and takes points. */
export interface PointsRule {
  /** For each whole yuan that was paid for goods and kept. */
  readonly earnPerYuan: number
  /** Months that points are good for, beside the one they came in. */
  readonly months: number
  /** Points for the 1st, 2nd, … day in a row; after the last it starts over. */
  readonly signIn: readonly number[]
  readonly offset: OffsetRule | null
}

/** What an order earns by, fixed when it is placed: the multipliers of that moment. */
export interface Earning {
  readonly perYuan: number
  /** Months that its points are good for, beside the one they come in. */
  readonly months: number
  readonly levelBps: Bps
  readonly levelName: string
  /** 会员日; 10000 on other days. */
  readonly dayBps: Bps
  readonly dayName: string
}
