/** The shop file's sections about guides, as an operator would write them. */
import type { PlannedGuide, PlannedGuiding } from './guiding'

/** Places for guides, and what is shared with them. */
export function writtenGuiding(guiding: PlannedGuiding): object {
  const { guides, days, freezeDays, level2Bps, ...commission } = guiding
  return {
    guides: guides.map(writtenGuide),
    commission: {
      ...commission,
      bindingDays: days,
      freezeDaysAfterReceipt: freezeDays,
      referral: { level2Bps },
    },
  }
}

/** A place as the file names it, and as who invites somebody to it says it again. */
export const writtenGuide = ({ id, ...terms }: PlannedGuide): object => ({
  ...{ id, name: id, kind: 'employee' },
  ...terms,
})
