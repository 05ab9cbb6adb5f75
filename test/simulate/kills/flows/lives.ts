/** An evening in front of the camera: prices and stock that change, coupons, a lottery. */
import { CREW } from '../../street/step'
import { wish, type Flow } from '../flow'
import { LIVE, type Hands } from '../hands'
import { EVENING } from '../street'

/** The first of what is sold in the live, which the timer started. */
async function onOffer(hands: Hands): Promise<{ dealId: string; priceFen: number }> {
  const { goods } = await hands.ask('ann', 'live.see', { liveId: LIVE })
  const [first] = goods
  if (!first) throw new Error('A live without goods')
  return first
}

const reason = 'tonight'

export const ofLives: readonly Flow[] = [
  {
    name: 'live price change',
    prepare: async (hands) => {
      const { dealId, priceFen } = await onOffer(hands)
      const change = wish({ liveId: LIVE, dealId, priceFen: priceFen - 1, reason })
      return (again) => again.ask(CREW, 'live.price', change)
    },
  },
  {
    name: 'live stock change',
    prepare: async (hands) => {
      const { dealId } = await onOffer(hands)
      const change = wish({ liveId: LIVE, dealId, change: -2, reason })
      return (again) => again.ask(CREW, 'live.stock', change)
    },
  },
  {
    name: 'live coupon',
    prepare: () => {
      const coupon = { liveId: LIVE, templateId: 'drop-plenty' }
      const [dropping, claiming] = [wish(coupon), wish(coupon)]
      return Promise.resolve(async (again) => {
        await again.ask(CREW, 'live.drop', dropping)
        await again.ask('ann', 'live.claim', claiming)
      })
    },
  },
  {
    name: 'lottery',
    prepare: () => {
      const opening = wish({ liveId: LIVE, place: 0, minutes: 3 })
      const drawing = wish()
      return Promise.resolve(async (again) => {
        const { lottery } = await again.ask(CREW, 'lottery.open', opening)
        const { _id: lotteryId } = lottery
        for (const who of ['ann', 'bob', 'cat', 'gina']) {
          // After the draw nobody enters any more; who was in it still is.
          await again.ask(who, 'lottery.enter', { lotteryId }, ['lottery_over'])
        }
        await again.passTo(EVENING, 4)
        await again.ask(CREW, 'lottery.draw', { ...drawing, lotteryId })
      })
    },
  },
]
