/** Where a live session is played: two phones and a tablet in the cockpit. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LiveId, LotteryId } from '@domain/ids'
import { seenBy } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { page, type Stage, type Visitor } from './visitor'

/** A stage with what a live session needs beside. */
export interface LiveStage extends Stage {
  /** Whether somebody can be asked there to allow a message of WeChat's. */
  readonly asksForConsent: boolean
  /** Lets devices ask what is new, as they do again and again by themselves. */
  look(...devices: readonly Visitor[]): Promise<void>
  /** Pays at the cashier, once an order has led there. */
  pay(phone: Visitor): Promise<void>
  /** Puts a phone away, which tells the shop what it has noted. */
  putAway(phone: Visitor): Promise<void>
  /** Takes up a phone that was put away. */
  takeUp(phone: Visitor): Promise<void>
  /** The text of the file that a tap hands over. */
  fileBy(device: Visitor, id: string): Promise<string>
}

/**
 * The session after the one that is played in full: the next day, so short that it has one item.
 */
export const nextLive = 'live-next' as LiveId

/** The demo shop with that session, and with one prize to be won, so that somebody loses. */
function liveFile(): object {
  const file = JSON.parse(readFileSync('demo/fruit-shop.json', 'utf8')) as {
    readonly live: readonly { readonly lotteries: readonly object[]; readonly products: object[] }[]
  }
  const [session] = file.live
  if (!session) throw new Error('The demo shop plans no session')
  const [prize, ...prizes] = session.lotteries
  const next = {
    ...{ ...session, id: nextLive, title: '返场直播', startsAt: '+26h', lastsMinutes: 30 },
    ...{ products: session.products.slice(0, 1), lotteries: [], coupons: [] },
  }
  return { ...file, live: [{ ...session, lotteries: [{ ...prize, winners: 1 }, ...prizes] }, next] }
}

/** Opens that shop; a shop file finds its pictures beside itself. */
export async function openLiveShop(): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'live-shop-'))
  const file = join(folder, 'shop.json')
  symlinkSync(resolve('demo/pictures'), join(folder, 'pictures'))
  writeFileSync(file, JSON.stringify(liveFile()))
  const shop = await openShop({ file })
  rmSync(folder, { recursive: true })
  return shop
}

/** In a moment all that happened is told: figures of a room are as old as some seconds. */
const MOMENT = '4 seconds'

/** Who plays: ann and bo with a phone each, and cui of the crew at the cockpit. */
export class LiveCast {
  ann!: Visitor
  bo!: Visitor
  cui!: Visitor

  constructor(readonly stage: LiveStage) {}

  get shop(): Shop {
    return this.stage.shop()
  }

  /** Everybody comes; what the crew may do stands in the shop's own list of its staff. */
  async come(): Promise<void> {
    await this.shop.control('PUT', 'collections/staff/cui', { role: 'crew' })
    this.ann = await this.stage.come('ann')
    this.bo = await this.stage.come('bo')
    this.cui = await this.stage.come('cui')
  }

  /** Both phones come to show it, by themselves. */
  async bothSee(id: string, words: string): Promise<void> {
    const phones = [this.ann, this.bo]
    await this.shop.pass(MOMENT)
    await this.stage.look(...phones)
    await Promise.all(phones.map((phone) => phone.seeAt(id, words)))
  }

  /** A device comes to show it, by itself. */
  async sees(device: Visitor, id: string, words: string | RegExp): Promise<void> {
    await this.shop.pass(MOMENT)
    await this.stage.look(device)
    await device.seeAt(id, words)
  }

  /** Something is taken off the shelf, or put on it again, in the cockpit. */
  async shelves(dealId: string): Promise<void> {
    await this.cui.tap(`goods-${dealId}`)
    await this.cui.tap('shelve')
    await this.cui.tap('close')
  }

  /** The lottery that was opened last. */
  async newestLottery(): Promise<LotteryId> {
    const [lottery] = (await seenBy(this.shop, 'ann')).lotteries
    if (!lottery) throw new Error('No lottery was opened')
    return lottery._id
  }

  /** Nothing went wrong inside of any page. */
  expectNoTroubles(): void {
    const all = [this.ann, this.bo, this.cui].flatMap((device) => device.troubles())
    expect(all).toEqual([])
  }
}

/** Fills in at the checkout who picks up, and where. */
export async function fillsIn(phone: Visitor): Promise<void> {
  await phone.tap('choose-store')
  await phone.tap('store-store-01')
  await phone.type('name', phone.openid)
  await phone.type('phone', '13800000000')
}

/** The address of a session's page, room or cockpit. */
export const at = (folder: string, liveId: LiveId): string => page(folder, `liveId=${liveId}`)
