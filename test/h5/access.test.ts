/** What everybody needs to use the shop: type that can be read, targets that a thumb can hit. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import type { TemplateId } from '@domain/ids'
import { buysLive, cherries, goesLive, liveId } from '../harness/cockpit'
import { of, ordered, shipped } from '../harness/ordering'
import { courier, openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { AXE, barriers, cutWords, looks, overflows, smallTargets } from './looks'
import { Neighbour, phone, places } from './neighbour'

jest.setTimeout(120_000)

let shop: Shop
let browser: Browser
/** Every page with something on it, and what tells that it is there. */
const pages: Record<string, { place: string; ready: string; who?: 'keeper' }> = {}

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
  const paid = await shop.join('ann', 'ladder-muscat', 'shine-muscat')
  await shop.pay(paid)
  const unpaid = await shop.join('ann', 'ladder-cherry', 'cherry-jj-10')
  const [toPickUp, toShip, sent] = [
    await ordered(shop, 'ann', [of('corn-8', 2)]),
    await ordered(shop, 'ann', [of('corn-8')], courier('ann')),
    await ordered(shop, 'ann', [of('corn-8')], courier('ann')),
  ]
  await shipped(shop, sent)
  await shop.ask('ann', 'aftersale.request', {
    requestId: randomUUID(),
    orderId: sent,
    pieces: [{ line: 0, quantity: 1 }],
    reason: 'quality',
    words: '压坏了一根',
    pictures: [],
  })
  const { coupon } = await shop.ask('ann', 'coupons.claim', {
    requestId: randomUUID(),
    templateId: 'full-99-15' as TemplateId,
  })
  Object.assign(pages, {
    home: { place: places.home, ready: 'deal-ladder-cherry' },
    shelf: { place: places.shelf('daily'), ready: 'product-banana-3' },
    product: { place: places.product('cherry-j-2'), ready: 'buy' },
    'product in a deal': { place: places.product('shine-muscat'), ready: 'buy' },
    ladder: { place: places.ladder('ladder-cherry'), ready: 'rules' },
    'joined ladder': { place: places.ladder('ladder-muscat'), ready: 'rules' },
    checkout: { place: places.checkout('honey-500'), ready: 'submit' },
    'unpaid order': { place: places.order(unpaid), ready: 'pay' },
    'paid order': { place: places.order(paid), ready: 'money-in' },
    orders: { place: places.orders, ready: `order-${paid}` },
    'order to pick up': { place: places.order(toPickUp), ready: 'code-digits' },
    'shipped order': { place: places.order(sent), ready: 'parcel' },
    'after-sale form': { place: places.afterSale(toPickUp), ready: 'back' },
    'after-sale request': { place: places.afterSale(sent, 1), ready: 'request-sum' },
    'coupon centre': { place: places.couponCenter, ready: 'offer-full-99-15' },
    'own coupons': { place: places.coupons, ready: `coupon-${coupon._id}` },
    'store codes': { place: places.storeCodes, ready: 'code-store-01', who: 'keeper' },
    desk: { place: places.desk, ready: 'queue-ship', who: 'keeper' },
    'cockpit before the session': {
      place: places.cockpit(liveId),
      ready: 'readiness',
      who: 'keeper',
    },
    'queue of parcels': { place: places.queue('ship'), ready: `staff-${toShip}`, who: 'keeper' },
    'queue of requests': {
      place: places.queue('after-sale'),
      ready: `case-${sent}-1`,
      who: 'keeper',
    },
    'parcel to ship': { place: places.shipment(toShip), ready: 'ship-now', who: 'keeper' },
    me: { place: places.me, ready: 'member-card' },
    'joining by a code': { place: places.join('s.store-02'), ready: 'join' },
    levels: { place: places.levels, ready: 'history' },
    profile: { place: places.profile, ready: 'birthday' },
    settings: { place: places.settings, ready: 'clear-profile' },
    points: { place: places.points, ready: 'history' },
    'sign-in calendar': { place: places.signs, ready: 'sign-in' },
    'points mall': { place: places.mall, ready: 'item-pm-coupon-5' },
    'message wallet': { place: places.wallet, ready: 'add-orderShipped' },
    'a page that is not there': { place: places.product('nothing'), ready: 'home' },
  })
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

/** What is wrong with a page, by what was looked for. */
type Faults = Record<keyof typeof looks, Record<string, string[]>>

/** Opens every page on a screen of this width, and tells what is wrong with each. */
async function lookAtAll(width: number, those = pages): Promise<Faults> {
  const ann = await Neighbour.come(browser, shop, 'ann', { ...phone, width })
  const keeper = await Neighbour.come(browser, shop, 'keeper', { ...phone, width })
  const faults: Faults = {
    smallTargets: {},
    overflows: {},
    cutWords: {},
    barriers: {},
  }
  for (const [name, { place, ready, who }] of Object.entries(those)) {
    const visitor = who === 'keeper' ? keeper : ann
    await visitor.go(place)
    await visitor.at(ready).waitFor()
    await visitor.picture(`${name} ${width}`)
    await visitor.page.addScriptTag({ path: AXE })
    for (const [kind, look] of Object.entries(looks)) {
      const found = await visitor.page.evaluate(look)
      if (found.length > 0) faults[kind as keyof Faults][name] = found
    }
  }
  await ann.leave()
  await keeper.leave()
  return faults
}

test('what measures finds each fault that is planted', async () => {
  const page = await browser.newPage({ viewport: phone })
  await page.setContent(`
    <html lang="en"><title>planted</title>
    <div class="taro_page" id="planted" style="overflow: auto; width: 300px">
      <div role="button" id="low" style="width: 90px; height: 30px">low</div>
      <div style="color: #9b9187; background: #fff">faint</div>
      <img id="unsaid">
      <taro-view-core style="display: block; width: 20px; white-space: nowrap">cut off</taro-view-core>
      <div style="width: 400px; height: 1px"></div>
    </div>`)
  expect(await page.evaluate(smallTargets)).toEqual(['low: 90 × 30'])
  await page.addScriptTag({ path: AXE })
  expect(await page.evaluate(barriers)).toEqual([
    'color-contrast: <div style="color: #9b9187; background: #fff">faint</div>',
    'image-alt: <img id="unsaid">',
  ])
  expect(await page.evaluate(overflows)).toEqual(['planted: 400'])
  expect(await page.evaluate(cutWords)).toEqual(['cut off'])
  await page.close()
})

describe.each([320, 375])('on a screen of %i px', (width) => {
  let faults: Faults
  beforeAll(async () => {
    faults = await lookAtAll(width)
  })

  test('every target is as high and as wide as a thumb needs, 44 px', () => {
    expect(faults.smallTargets).toEqual({})
  })

  test('nothing keeps those out who see, hear or move otherwise (axe), and every word stands out', () => {
    expect(faults.barriers).toEqual({})
  })

  test('no page scrolls sideways', () => {
    expect(faults.overflows).toEqual({})
  })

  test('no word is cut off without a sign', () => {
    expect(faults.cutWords).toEqual({})
  })
})

describe('where a session is run', () => {
  beforeAll(async () => {
    await goesLive(shop)
    const { room } = await shop.ask('keeper', 'live.cockpit', { liveId })
    const explaining = { requestId: randomUUID(), liveId, dealId: cherries }
    expect(room.status).toBe('live')
    await shop.ask('keeper', 'live.explain', explaining)
    await buysLive(shop, 'ann', cherries)
  })

  test.each([320, 375, 1024])('a screen of %i px has none of these faults', async (width) => {
    const faults = await lookAtAll(width, {
      'list of sessions': { place: places.liveDesk, ready: `session-${liveId}`, who: 'keeper' },
      'running cockpit': { place: places.cockpit(liveId), ready: 'explain-next', who: 'keeper' },
      review: { place: places.review(liveId), ready: 'sum-gmvFen', who: 'keeper' },
      record: { place: places.audit, ready: 'lines', who: 'keeper' },
    })
    expect(faults).toEqual({
      smallTargets: {},
      overflows: {},
      cutWords: {},
      barriers: {},
    })
  })
})

test('on a desktop the shop is a phone in the middle of the window', async () => {
  const ann = await Neighbour.come(browser, shop, 'ann', { width: 1280, height: 800 })
  await ann.go(places.home)
  await ann.at('deal-ladder-cherry').waitFor()
  await ann.picture('desktop')
  const box = await ann.page.locator('.taro_page').first().boundingBox()
  expect(box?.width).toBeLessThanOrEqual(430)
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 640)).toBeLessThan(2)
  await ann.leave()
})

describe('the colours of src/tokens.scss', () => {
  const tokens = readFileSync('src/tokens.scss', 'utf8')
  const light = (name: string): number => {
    const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(tokens)?.[1]
    if (!hex) throw new Error(`There is no colour --${name}.`)
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const share = parseInt(hex.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: string, other: string): number => {
    const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }

  test.each(['ink', 'ink-2', 'cherry', 'cherry-deep', 'leaf', 'amber'])(
    '%s can be read on paper and on the ground of a page',
    (colour) => {
      expect(contrast(colour, 'paper')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colour, 'ground')).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each([
    ['paper', 'cherry'],
    ['cherry-deep', 'blush'],
    ['leaf', 'mint'],
    ['ink-2', 'line'],
  ])('%s can be read on %s', (colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5)
  })
})
