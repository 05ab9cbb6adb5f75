/** What guides live on, from the poster to the wallet, on the mini-program. */
import { openShop, type Shop } from '../harness/shop'
import { guideFriendsStory, guideMaterialStory } from '../stories/guide-friends'
import { guidePayoutsStory } from '../stories/guide-payouts'
import { guidePosterStory } from '../stories/guide-poster'
import type { Stage } from '../stories/visitor'
import { closePhones } from './phone'
import { phoneVisitor } from './visitor'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  closePhones()
  await shop.close()
})

const stage: Stage = { shop: () => shop, come: (openid) => phoneVisitor(shop, openid) }

describe('a guide’s material', () => guideMaterialStory(stage))
describe('friends of friends', () => guideFriendsStory(stage))
describe('a poster', () => guidePosterStory(stage))
describe('a guide’s money', () => guidePayoutsStory(stage))
