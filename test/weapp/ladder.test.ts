import { openShop, type Shop } from '../harness/shop'
import { untilSettled, type BookedRefund } from '../stories/street'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const ladder = 'ladder-muscat'
const names = ['ann', 'bo', 'cai', 'ding', 'en', 'fang']
const neighbours = new Map<string, Neighbour>()
const ordersOf = new Map<string, string>()
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
  for (const name of [...names, 'gu', 'hua']) {
    neighbours.set(name, await Neighbour.of(shop, name))
  }
})
afterAll(async () => {
  closePhones()
  await shop.close()
})

function neighbour(name: string): Neighbour {
  const found = neighbours.get(name)
  if (!found) throw new Error(`${name} does not live here`)
  return found
}

/** What stands on the bubble of the staircase: `3 人`. */
const peopleOn = (name: string): number =>
  Number(/(\d+) 人/.exec(neighbour(name).phone.text('.marker'))?.[1])

test('dev', async () => {
  const gu = neighbour('gu')
  await gu.toLadder(ladder)
  console.log(gu.phone.text())
  console.log(gu.phone.phone.screen.root.innerHTML.length, gu.phone.phone.stack.top.element.innerHTML.slice(0, 3000))
  await gu.toCheckout()
  console.log(gu.phone.text('#payable'))
  console.log(await gu.submit(), gu.phone.text())
  console.log(yuanIn(gu.phone.text('#money-in')))
})
