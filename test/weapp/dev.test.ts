import { openShop, type Shop } from '../harness/shop'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'
jest.setTimeout(240_000)
let shop: Shop
beforeAll(async () => { shop = await openShop() })
afterAll(async () => { closePhones(); await shop.close() })
test('dev', async () => {
  const ann = await Neighbour.of(shop, 'ann')
  const data = (ann.phone.phone.stack.top as any).instance.data
  require('fs').writeFileSync('/tmp/wstory/home.json', JSON.stringify(data))
})
