/** A live session with two phones and a cockpit, on the mini-program. */
import type { Driver } from '../../emulator/phone/driver'
import type { Shop } from '../harness/shop'
import { liveStory } from '../stories/live'
import { openLiveShop, type LiveStage } from '../stories/live-stage'
import type { Visitor } from '../stories/visitor'
import { closePhones, newestPhone } from './phone'
import { phoneVisitor } from './visitor'

jest.setTimeout(60_000)

let shop: Shop
const phones = new Map<Visitor, Driver>()

beforeAll(async () => {
  shop = await openLiveShop()
})
afterAll(async () => {
  closePhones()
  await shop.close()
})

function phoneOf(visitor: Visitor): Driver {
  const phone = phones.get(visitor)
  if (!phone) throw new Error(`${visitor.openid} has no phone`)
  return phone
}

/** As long as a room waits at most before it asks again. */
const LOOK_MS = 21_000

const stage: LiveStage = {
  asksForConsent: true,
  shop: () => shop,
  come: async (openid) => {
    const visitor = await phoneVisitor(shop, openid)
    phones.set(visitor, newestPhone())
    return visitor
  },
  look: async (...visitors) => {
    for (const visitor of visitors) await phoneOf(visitor).pass(LOOK_MS)
  },
  pay: () => Promise.resolve(),
  putAway: async (visitor) => {
    await phoneOf(visitor).background()
  },
  takeUp: async (visitor) => {
    await phoneOf(visitor).foreground()
  },
  fileBy: async (visitor, id) => {
    await visitor.tap(id)
    const phone = phoneOf(visitor)
    return phone.waitFor(() => phone.phone.files.sent.at(-1)?.text ?? '')
  },
}

describe('a live session', () => liveStory(stage))
