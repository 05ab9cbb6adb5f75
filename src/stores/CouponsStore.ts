import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import type { CouponOffer, CouponTab, CouponView } from '@domain/coupons/contract'
import { hasFailed, type Failure } from '@domain/failure'
import type { TemplateId } from '@domain/ids'
import type { Instant } from '@domain/time'
import type { Call } from '@/platform/call'
import { reloading, settled, unloaded, type Loaded } from './loaded'
import { Wishes } from './wishes'

/** The tabs of one's coupons. */
export const couponTabs = ['usable', 'used', 'expired'] as const satisfies readonly CouponTab[]

/** Coupons of one tab, as many as were read so far, and what their scopes are called. */
export type CouponsPage = OutputOf<'coupons.list'>

/** The coupon centre, and the caller's own coupons. */
export class CouponsStore {
  center: Loaded<OutputOf<'coupons.center'>> = unloaded
  private readonly lists = observable.map<CouponTab, Loaded<CouponsPage>>({}, { deep: false })
  /** The template that is being claimed: its button waits. */
  claiming: TemplateId | undefined = undefined
  private readingMore = false
  private readonly wishes = new Wishes()

  constructor(private readonly call: Call) {
    makeAutoObservable<this, 'call' | 'lists' | 'readingMore' | 'wishes'>(
      this,
      { call: false, lists: false, readingMore: false, wishes: false, center: observableRef },
      { autoBind: true },
    )
  }

  async loadCenter(): Promise<void> {
    this.setCenter(reloading(this.center))
    this.setCenter(settled(this.center, await this.call('coupons.center', {})))
  }

  /** Claims a coupon; where that is refused, how the offers stand by now is asked for. */
  async claim(templateId: TemplateId): Promise<Failure | undefined> {
    this.setClaiming(templateId)
    const answer = await this.wishes.send(`claim ${templateId}`, (requestId) =>
      this.call('coupons.claim', { requestId, templateId }),
    )
    if (hasFailed(answer)) await this.loadCenter()
    else this.countClaim(templateId)
    this.setClaiming(undefined)
    return hasFailed(answer) ? answer : undefined
  }

  list(tab: CouponTab): Loaded<CouponsPage> {
    return this.lists.get(tab) ?? unloaded
  }

  /** Reads a tab from its first coupon. */
  async loadList(tab: CouponTab): Promise<void> {
    this.setList(tab, reloading(this.list(tab)))
    this.setList(tab, settled(this.list(tab), await this.call('coupons.list', { tab })))
  }

  /** Reads on where the tab ends. */
  async readMore(tab: CouponTab): Promise<void> {
    const page = this.list(tab).value
    const last = page?.coupons[page.coupons.length - 1]
    if (!page?.more || !last || this.readingMore) return
    this.readingMore = true
    const answer = await this.call('coupons.list', { tab, before: cursorOf(tab, last) })
    this.readingMore = false
    if (hasFailed(answer)) return
    const coupons = [...page.coupons, ...answer.coupons]
    const names = { ...page.names, ...answer.names }
    this.setList(tab, { state: 'ready', value: { ...answer, coupons, names } })
  }

  /** Shows a claim without asking again. */
  private countClaim(templateId: TemplateId): void {
    const { value } = this.center
    if (!value) return
    const offers = value.offers.map((offer): CouponOffer => {
      const { template, left, claimed } = offer
      if (template._id !== templateId) return offer
      return { ...offer, left: Math.max(0, left - 1), claimed: claimed + 1 }
    })
    this.setCenter({ state: 'ready', value: { ...value, offers } })
  }

  private setCenter(center: CouponsStore['center']): void {
    this.center = center
  }

  private setClaiming(templateId: TemplateId | undefined): void {
    this.claiming = templateId
  }

  private setList(tab: CouponTab, page: Loaded<CouponsPage>): void {
    this.lists.set(tab, page)
  }
}

/** By what a tab is ordered: the soonest to expire first, or the newest. */
const cursorOf = (tab: CouponTab, { validUntil, claimedAt }: CouponView): Instant =>
  tab === 'usable' ? validUntil : claimedAt
