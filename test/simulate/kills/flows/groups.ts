/** Buying together: teams that form or fail, and a ladder that is settled. */
import type { Flow } from '../flow'
import type { Hands } from '../hands'
import { bought, EVENING, LADDER, of, ordered, placing, TEAM } from '../street'

const climbing = () => of('grape-0', 1, { dealId: LADDER })
const teaming = (team: object = {}) => of('melon-1', 1, { dealId: TEAM, ...team })

/** A team that somebody leads, paid. */
async function teamOf(hands: Hands, leader: string): Promise<{ teamId: string }> {
  await bought(hands, leader, teaming())
  const { open } = await hands.ask('cat', 'teams.offer', { dealId: TEAM })
  return { teamId: open[0]?.teamId ?? '' }
}

export const ofGroups: readonly Flow[] = [
  {
    name: 'join',
    prepare: async (hands) => {
      const input = await placing(hands, 'cat', climbing())
      return async (again) => {
        const { orderId } = await again.ask('cat', 'orders.place', input)
        await again.ask('cat', 'orders.pay', { orderId }, ['order_cannot'])
        await again.pay(orderId)
        await again.ask('cat', 'orders.checkPayment', { orderId })
      }
    },
  },
  {
    name: 'form',
    prepare: async (hands) => {
      const orderId = await ordered(hands, 'cat', teaming(await teamOf(hands, 'bob')))
      return async (again) => {
        await again.pay(orderId)
        await again.ask('cat', 'orders.checkPayment', { orderId })
      }
    },
  },
  {
    name: 'fail',
    prepare: async (hands) => {
      await teamOf(hands, 'bob')
      return (again) => again.passTo(EVENING, 64)
    },
  },
  {
    name: 'settle',
    prepare: async (hands) => {
      for (const who of ['ann', 'bob', 'cat']) await bought(hands, who, climbing())
      return (again) => again.passTo(EVENING, 34)
    },
  },
]
