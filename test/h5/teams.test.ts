import type { Browser } from 'playwright-core'
import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(120_000)

const kiwi = 'group-kiwi'
const egg = 'newcomer-egg'
/** Everybody has a telephone of their own: neighbours who share one count as one customer. */
const names = ['ann', 'bo', 'cai', 'ding'] as const
type Name = (typeof names)[number]

let shop: Shop
let browser: Browser
const street = new Map<Name, Neighbour>()

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
  for (const name of names) street.set(name, await Neighbour.come(browser, shop, name))
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

function the(name: Name): Neighbour {
  const neighbour = street.get(name)
  if (!neighbour) throw new Error(`${name} did not come`)
  return neighbour
}

/** From the tap that takes a seat to the order that is paid. */
async function takesSeat(name: Name, button: string): Promise<void> {
  const neighbour = the(name)
  await neighbour.tapTo('checkout', button)
  await neighbour.fillIn()
  await neighbour.type('phone', `1380000000${names.indexOf(name)}`)
  await neighbour.tap('submit')
  await neighbour.visitCashier({ end: 'pay' })
}

/** Shares the team on the page in front: its link is what a browser puts on the clipboard. */
async function shares(name: Name): Promise<string> {
  const { page } = the(name)
  const link = new URL(page.url()).hash
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await the(name).tap('share')
  await page.waitForFunction(
    async (address) => (await navigator.clipboard.readText()).endsWith(address),
    link,
  )
  return link
}

/** Opens a link as it is opened from a chat: on a page that nothing else was looked at before. */
async function follows(name: Name, link: string): Promise<Neighbour> {
  await the(name).page.goto('about:blank')
  await the(name).go(link)
  return the(name)
}

describe('a team of three, formed by sharing', () => {
  let link: string

  test('ann opens it from home and shares its link', async () => {
    const ann = the('ann')
    await ann.go(places.home)
    await ann.tapTo('offer', `deal-${kiwi}`)
    expect(await ann.read('leader-price')).toContain('¥34.90')
    await ann.picture('team-offer')
    await takesSeat('ann', 'open-team')
    await ann.at('status-waiting').waitFor()
    await ann.tapTo('team', 'see-team')
    await ann.seeAt('team-open', '还差 2 人成团')
    link = await shares('ann')
    expect(link).toMatch(/^#\/pages\/teams\/team\/index\?teamId=\w+$/)
  })

  test.each(['bo', 'cai'] as const)('%s follows the link and joins', async (name) => {
    const friend = await follows(name, link)
    expect(await friend.read('join')).toBe('参团 ¥36.90')
    await friend.picture(`team-${name}`)
    await takesSeat(name, 'join')
    await friend.at(name === 'cai' ? 'status-paid' : 'status-waiting').waitFor()
  })

  test('ann’s page, still open, tells her that it is formed', async () => {
    const ann = the('ann')
    await ann.seeAt('team-formed', '3 个人齐了，成团')
    await ann.picture('team-formed')
    const orders = await shop.documents<Order>('orders', { 'deal.kind': 'team' })
    expect(orders.map(({ status }) => status)).toEqual(['paid', 'paid', 'paid'])
  })
})

describe('老带新', () => {
  test('a customer who follows the link hears why not; a newcomer is welcome', async () => {
    const ann = await follows('ann', places.offer(egg))
    await takesSeat('ann', 'open-team')
    await ann.tapTo('team', 'see-team')
    const link = await shares('ann')
    const bo = await follows('bo', link)
    await bo.tap('join')
    await bo.seeAt('refused', '这个团只欢迎第一次在店里买的朋友')
    await bo.picture('team-refused')
    const ding = await follows('ding', link)
    await takesSeat('ding', 'join')
    await ding.at('status-paid').waitFor()
  })
})

describe('a team that nobody completes', () => {
  test('everyone in it gets all their money back', async () => {
    const ding = await follows('ding', places.offer(kiwi))
    await takesSeat('ding', 'open-team')
    await ding.tapTo('team', 'see-team')
    await ding.seeAt('team-open', '还差 2 人成团')
    const link = new URL(ding.page.url()).hash
    await shop.pass('1 day')
    for (let minute = 0; minute < 5; minute += 1) await shop.pass('1 minute')
    await follows('ding', link)
    await ding.seeAt('team-failed', '人没凑齐，这个团没有成')
    await ding.seeAt('own', '人没凑齐，全部款项已原路退回')
    await ding.picture('team-failed')
  })
})

test('on the way no page stumbled, and the shop refused nobody but the customer', () => {
  for (const name of names) {
    const { troubles, refusals } = the(name)
    expect({ name, troubles, refused: refusals.length }).toEqual({
      name,
      troubles: [],
      refused: name === 'bo' ? 1 : 0,
    })
  }
})
