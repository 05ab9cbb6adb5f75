import { crowd } from '../harness/crowd'
import { openShop, type Shop } from '../harness/shop'
import { expectExactSettlement, type Blackboard } from './books'
import { streetOf, stubborn, untilSettled, visit, type Goal } from './street'

jest.setTimeout(600_000)

const cherries: Goal = { dealId: 'ladder-cherry', productId: 'cherry-jj-10' }
const board: Blackboard = [
  [0, 49900],
  [100, 44900],
  [500, 39900],
  [1000, 29900],
]

/** A small generator of the same numbers for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Cuts the power again and again, at moments that the dice choose, until the story is over. */
function powerCuts(shop: Shop, seed: number, most: number) {
  const roll = dice(seed)
  const story = { isOver: false, cuts: 0 }
  const cutting = (async () => {
    while (story.cuts < most) {
      await new Promise((resolve) => setTimeout(resolve, 300 + roll() * 5000))
      if (story.isOver) return
      await shop.kill()
      await shop.start()
      story.cuts += 1
    }
  })()
  return async () => {
    story.isOver = true
    await cutting
    return story.cuts
  }
}

const seed = Number(process.env.SEED ?? 20260301)

test(`whatever the moment of a power cut, the ladder ends in the same sums (seed ${seed})`, async () => {
  const shop = await openShop()
  const ends: (() => Promise<number>)[] = []
  const underPowerCuts = async (most: number, story: () => Promise<void>) => {
    const end = powerCuts(shop, seed + ends.length, most)
    ends.push(end)
    await story()
    return end()
  }
  try {
    const street = streetOf(1000, 2)
    let orderIds: string[] = []
    const cutsWhileJoining = await underPowerCuts(12, async () => {
      orderIds = await crowd(street, 60, (buyer) => visit(shop, buyer, cherries))
    })
    const visits = street.map((buyer, index) => ({ buyer, orderId: orderIds[index] ?? '' }))
    expect(visits.filter(({ orderId }) => orderId.length !== 28)).toEqual([])

    const [deal] = await shop.documents<{ endsAt: number }>('deals', { _id: cherries.dealId })
    const cutsWhileSettling = await underPowerCuts(6, async () => {
      await stubborn(() => shop.passTo(deal?.endsAt ?? 0))
      await untilSettled(shop, cherries.dealId)
    })

    await expectExactSettlement({ shop, goal: cherries, board, visits })
    expect(cutsWhileJoining).toBeGreaterThan(0)
    expect(cutsWhileSettling).toBeGreaterThan(0)
  } finally {
    await Promise.all(ends.map((end) => end().catch(() => 0)))
    await shop.close()
  }
})
