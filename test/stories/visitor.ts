/** Somebody who uses the shop by taps, whatever device they hold: one plot serves all of them. */
import type { Touch } from '@domain/attribution/shareLink'
import type { Shop } from '../harness/shop'

/** What one does with a page. Everything is told by its id on the page in front. */
export interface Visitor {
  readonly openid: string
  /** Opens a page by its address, as a code or a link does: `pages/orders/order/index?…`. */
  open(address: string): Promise<void>
  /** Taps, as soon as the thing is there. */
  tap(id: string): Promise<void>
  /** Writes into a field. */
  type(id: string, text: string): Promise<void>
  /** Answers the question that stands over the page. */
  answer(words: string): Promise<void>
  /** Waits until the thing is there and says so. */
  seeAt(id: string, words: string | RegExp): Promise<void>
  /** Waits until the words are on the page. */
  see(words: string): Promise<void>
  /** Waits until a toast says so. */
  hear(words: string): Promise<void>
  /** Reads all things whose ids begin so, in their order. */
  readAll(beginning: string): Promise<string[]>
  /** Fills in who picks up and where, submits the order, and pays it. Answers the order's id. */
  buy(): Promise<string>
  /** Sends the page to a friend by its button; answers the address that the friend gets. */
  share(id: string): Promise<string>
  /** Holds a camera before the poster on the page; answers the address that its code opens. */
  scan(): Promise<string>
  /** Opens WeChat's sheet for the money that waits, and takes it or leaves. */
  collect(what: 'confirm' | 'leave'): Promise<void>
  /** Keeps a picture to look at, where the device can. */
  picture(name: string): Promise<void>
  /** What went wrong inside the pages. */
  troubles(): readonly string[]
}

/** Where a story is played. */
export interface Stage {
  readonly shop: () => Shop
  /** Somebody comes, with a device of their own. */
  readonly come: (openid: string) => Promise<Visitor>
}

/** The touches of somebody: a page is shown before the cloud is told of the link that led to it. */
export async function touchesOf(shop: Shop, memberId: string): Promise<readonly Touch[]> {
  for (let tries = 0; tries < 50; tries += 1) {
    const touches = await shop.documents<Touch>('touches', { memberId })
    if (touches.length > 0) return touches
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${memberId} left no touch`)
}

/** The address of a page of the app. */
export const page = (folder: string, query = ''): string =>
  `pages/${folder}/index${query && `?${query}`}`

/** Hands out an order at the counter, by the code that its owner shows. */
export async function handOut({ shop, come }: Stage, owner: Visitor): Promise<void> {
  const [digits = ''] = await owner.readAll('code-digits')
  const keeper = await come('keeper')
  await keeper.open(page('staff/desk'))
  await keeper.type('code', digits.replace(/\s/g, ''))
  await keeper.tap('find')
  await keeper.seeAt('verdict', '可以交货')
  await keeper.tap('hand-over')
  await keeper.seeAt('verdict', '已经用过了')
  expect(keeper.troubles()).toEqual([])
  await shop().pass('2 minutes')
}
