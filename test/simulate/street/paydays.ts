/** What guides do beside sharing: they want what is payable, and leave for a while. */
import type { Moment } from './calendar'
import type { Following } from './endings'
import type { Act } from './step'
import type { Visiting } from './visits'

/** What a guide does about their income, beginning at a moment. */
export function payday({ dice, calendar }: Visiting, when: Moment): Following {
  const part = dice.chance(0.3) ? { amountFen: dice.whole(1, 5000) } : {}
  const asking: Act = { do: 'ask for a payout', ...part }
  const later = dice.chance(0.8) ? calendar.later(when, dice.whole(1, 4)) : undefined
  const outcome = dice.weighed({ confirm: 6, fail: 1 })
  return [
    { act: asking, at: when },
    // Whom no moment is left, or who forgets it, lets it lapse.
    { act: { do: 'end the payout', outcome }, at: later },
    { act: { do: 'look', at: dice.one(['workbench', 'income', 'payouts'] as const) }, at: later },
  ]
}

/** Somebody of the shop ends a guide's work, and lets it go on later. */
export function leave({ dice, calendar, offers }: Visiting, when: Moment): Following {
  const { id: guideId } = dice.one(offers.guiding.guides)
  const says = (isActive: boolean): Act => ({ do: 'say who works', guideId, isActive })
  const back = calendar.nextWhile(when, dice.whole(1, 2), dice)
  return back
    ? [
        { act: says(false), at: calendar.later(when, 1) },
        { act: says(true), at: back },
      ]
    : []
}
