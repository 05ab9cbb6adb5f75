/** Buying: placed, paid, cancelled, expired, handed out, brought back. */
import { KEEPER } from '../../street/step'
import { wish, type Flow } from '../flow'
import { bought, EVENING, handingOut, of, ordered, placing } from '../street'

export const ofOrders: readonly Flow[] = [
  {
    name: 'place',
    prepare: async (hands) => {
      await hands.ask('ann', 'coupons.claim', wish({ templateId: 'plain-off' }))
      const input = await placing(hands, 'ann', of('fruit-0'), { spendPoints: 50 })
      return (again) => again.ask('ann', 'orders.place', input)
    },
  },
  {
    name: 'pay',
    prepare: async (hands) => {
      await hands.ask('ann', 'coupons.claim', wish({ templateId: 'plain-off' }))
      const input = await placing(hands, 'ann', of('fruit-0'), { spendPoints: 50 })
      const { orderId } = await hands.ask('ann', 'orders.place', input)
      return async (again) => {
        // Who paid already can't open the payment anew.
        await again.ask('ann', 'orders.pay', { orderId }, ['order_cannot'])
        await again.pay(orderId)
        await again.ask('ann', 'orders.checkPayment', { orderId })
      }
    },
  },
  {
    name: 'cancel',
    prepare: async (hands) => {
      await hands.ask('ann', 'coupons.claim', wish({ templateId: 'plain-off' }))
      const input = await placing(hands, 'ann', of('fruit-0'), { spendPoints: 50 })
      const { orderId } = await hands.ask('ann', 'orders.place', input)
      await hands.ask('ann', 'orders.pay', { orderId })
      const cancelling = wish({ orderId })
      return (again) => again.ask('ann', 'orders.cancel', cancelling)
    },
  },
  {
    name: 'expire',
    prepare: async (hands) => {
      await ordered(hands, 'ann', of('fruit-0', 2))
      return (again) => again.passTo(EVENING, 17)
    },
  },
  {
    name: 'verify',
    prepare: async (hands) => {
      const orderId = await bought(hands, 'ann', of('fruit-1'))
      const code = await handingOut(hands, 'ann', orderId)
      return (again) => again.ask(KEEPER, 'fulfilment.verify', code)
    },
  },
  {
    name: 'refund',
    prepare: async (hands) => {
      const orderId = await bought(hands, 'ann', of('fruit-1', 3))
      const code = await handingOut(hands, 'ann', orderId)
      await hands.ask(KEEPER, 'fulfilment.verify', code)
      const pieces = [{ line: 0, quantity: 2 }]
      const reason = { reason: 'quality', words: '', pictures: [] }
      const asking = wish({ orderId, pieces, ...reason })
      const granting = wish({ orderId, no: 1, verdict: 'approve', words: '' })
      return async (again) => {
        await again.ask('ann', 'aftersale.request', asking)
        await again.ask(KEEPER, 'aftersale.answer', granting)
        await again.passTo(EVENING, 2)
      }
    },
  },
  {
    name: 'refund of everything',
    prepare: async (hands) => {
      const orderId = await bought(hands, 'ann', of('fruit-0', 2))
      const asking = wish({ orderId })
      return async (again) => {
        await again.ask('ann', 'orders.refund', asking)
        await again.passTo(EVENING, 2)
      }
    },
  },
]
