/** What members and guides do beside buying: claimed, redeemed, earned, paid out. */
import { KEEPER } from '../../street/step'
import { wish, type Flow } from '../flow'
import { bought, EVENING, GUIDE, handingOut, of } from '../street'

export const ofMembers: readonly Flow[] = [
  {
    name: 'claim',
    prepare: () => {
      const claiming = wish({ templateId: 'plain-off' })
      return Promise.resolve(async (again) => {
        await again.ask('cat', 'coupons.claim', claiming)
      })
    },
  },
  {
    name: 'redeem',
    prepare: () => {
      const redeeming = wish({ itemId: 'mall-coupon' })
      return Promise.resolve(async (again) => {
        await again.ask('ann', 'points.redeem', redeeming)
      })
    },
  },
  {
    name: 'sign in',
    prepare: () => Promise.resolve((again) => again.ask('ann', 'points.signIn', {})),
  },
  {
    name: 'commission',
    prepare: async (hands) => {
      const orderId = await bought(hands, 'ann', of('fruit-0', 2))
      const code = await handingOut(hands, 'ann', orderId)
      return async (again) => {
        await again.ask(KEEPER, 'fulfilment.verify', code)
        await again.passTo(EVENING, 1441)
      }
    },
  },
  {
    name: 'payout',
    prepare: () => {
      const asking = wish()
      return Promise.resolve(async (again) => {
        const { payout } = await again.ask(GUIDE, 'payouts.ask', asking)
        // What could not be sent at once, the timer sends.
        await again.passTo(EVENING, 10)
        await again.endTransfers(GUIDE, 'confirm')
        await again.ask(GUIDE, 'payouts.check', { payoutId: payout.id })
      })
    },
  },
  {
    name: 'payout that fails',
    prepare: () => {
      const asking = wish()
      return Promise.resolve(async (again) => {
        const { payout } = await again.ask(GUIDE, 'payouts.ask', asking)
        // What could not be sent at once, the timer sends.
        await again.passTo(EVENING, 10)
        await again.endTransfers(GUIDE, 'fail')
        await again.ask(GUIDE, 'payouts.check', { payoutId: payout.id })
      })
    },
  },
]
