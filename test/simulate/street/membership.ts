/** Visits to the member center: joining, claiming, signing in day after day, redeeming. */
import type { Moment } from './calendar'
import type { Act, MemberAct } from './step'
import type { Following } from './endings'
import type { Visiting } from './visits'

/** What somebody does as a member, beginning at a moment. */
export function membership(visiting: Visiting, when: Moment): Following {
  const { dice, offers } = visiting
  const { coupons, points } = offers.society
  const what = dice.weighed({ join: 2, claim: 8, signIn: 3, redeem: 4, allow: 1, look: 1 })
  const once = (act: Act): Following => [{ act, at: when }]
  if (what === 'join') {
    const storeId = dice.chance(0.7) ? dice.one(offers.stores) : undefined
    return once({ do: 'join', ...(storeId && { storeId }) })
  }
  // Some try to claim what does not come by claiming.
  const claimable = coupons.filter(({ channel }) => channel === 'claim' || dice.chance(0.1))
  if (what === 'claim') return once({ do: 'claim', templateId: dice.one(claimable).id })
  if (what === 'redeem') {
    const items = points.mall.filter(({ kind }) => kind === 'coupon')
    return once({ do: 'redeem', itemId: dice.one(items).id })
  }
  if (what === 'allow') return once({ do: 'allow messages' })
  return what === 'signIn' ? signingIn(visiting, when) : once(looking(visiting))
}

/** Some days in a row, as far as the street is awake on them. */
function signingIn({ dice, calendar }: Visiting, when: Moment): Following {
  const act: MemberAct = { do: 'sign in' }
  const days = calendar.daysFrom(when, dice.whole(1, 9))
  return days.map((at) => ({ act, at }))
}

function looking({ dice }: Visiting): Act {
  const at = dice.one([
    ...(['member center', 'levels', 'coupon centre', 'coupons', 'points', 'points mall'] as const),
  ])
  return { do: 'look', at }
}
