/** What membership is worth, from the store's code to the last fen, on the mini-program. */
import { openShop, type Shop } from '../harness/shop'
import { goldMemberStory } from '../stories/gold-member'
import { newcomerStory } from '../stories/newcomer'
import type { Stage } from '../stories/visitor'
import { closePhones } from './phone'
import { phoneVisitor } from './visitor'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop({ at: '2027-03-07 22:00' })
})
afterAll(async () => {
  closePhones()
  await shop.close()
})

const stage: Stage = { shop: () => shop, come: (openid) => phoneVisitor(shop, openid) }

describe('a newcomer', () => newcomerStory(stage))
describe('a gold member', () => goldMemberStory(stage))
