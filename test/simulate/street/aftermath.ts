/** What becomes of goods that were paid: handed out, received, and sometimes asked back. */
import type { Moment } from './calendar'
import type { WishedLine } from './step'
import type { Course, Following } from './endings'

type Entry = Following[number]

/** From the payment on: staff hands out, the shopper receives, and may ask some pieces back. */
export function aftermath(
  course: Course & { readonly by: 'pick-up' | 'courier'; readonly lines: readonly WishedLine[] },
): Following {
  const { dice, order, when, calendar, by } = course
  if (dice.chance(0.2)) return []
  const handed = calendar.nextWhile(when, dice.whole(1, 3), dice)
  if (!handed) return []
  const handingOut: Entry = {
    act: { do: by === 'courier' ? 'ship' : 'hand over', order },
    at: handed,
  }
  const asking = dice.chance(0.4) ? askingBack(course, dice.chance(0.4) ? when : handed) : []
  if (dice.chance(0.3)) return [handingOut, ...asking]
  const arrived = calendar.nextWhile(handed, dice.whole(1, 3), dice)
  return [handingOut, { act: { do: 'receive', order }, at: arrived }, ...asking]
}

/** Pieces of one line, once or twice; answered, or thought better of. */
function askingBack(
  { dice, order, calendar, lines }: Course & { readonly lines: readonly WishedLine[] },
  since: Moment,
): Following {
  const following: Entry[] = []
  let from = since
  for (let round = dice.whole(1, 3); round > 0; round -= 1) {
    const asked = calendar.nextWhile(from, dice.whole(1, 2), dice)
    if (!asked) break
    const line = dice.whole(0, lines.length - 1)
    const quantity = dice.whole(1, lines[line]?.quantity ?? 1)
    following.push({ act: { do: 'ask for pieces back', order, line, quantity }, at: asked })
    const later = calendar.later(asked, dice.whole(1, 12))
    const verdict = dice.chance(0.75) ? 'approve' : 'refuse'
    if (dice.chance(0.15)) following.push({ act: { do: 'think better of it', order }, at: later })
    else following.push({ act: { do: 'answer the request', order, verdict }, at: later })
    from = later ?? asked
  }
  return following
}
