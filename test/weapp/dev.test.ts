import { openShop, type Shop } from '../harness/shop'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'
jest.setTimeout(240_000)
let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  closePhones()
  await shop.close()
})
test('dev', async () => {
  const ann = await Neighbour.of(shop, 'ann')
  const out: string[] = []
  const m = ann.phone.phone.meter as any
  const old = m.cross.bind(m)
  m.cross = (o: string, d: any) => {
    out.push('--' + o)
    for (const k in d)
      out.push(JSON.stringify(d[k]).length + ' ' + k + ' ' + JSON.stringify(d[k]).slice(0, 300))
    return old(o, d)
  }
  ann.intends('leave', 'pay')
  await ann.toLadder('ladder-muscat')
  await ann.toCheckout()
  await ann.submit()
  out.length = 0
  await ann.phone.tap('#pay')
  require('fs').writeFileSync('/tmp/wstory/pay.txt', out.join('\n'))
})
