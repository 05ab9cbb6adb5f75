/** What brings people, and what guides do, as a phone calls it. */
import { writtenGuide } from '../street/written-guiding'
import type { Act, GuideAct } from '../street/step'
import type { Event } from './event'

/** What can be said of a guide's act without asking the cloud first. */
type Plain = Extract<GuideAct, { do: 'share' | 'ask for a payout' }>

/** The call for something shared, or asked for. */
export function guideEvent(act: Plain, requestId: string): Event {
  if (act.do === 'share') {
    const { target, channel } = act
    return { name: 'attribution.share', input: { target, channels: [channel] } }
  }
  const { amountFen } = act
  const input = { requestId, ...(amountFen !== undefined && { amountFen }) }
  return { name: 'payouts.ask', input }
}

/** What who runs the shop says of a place. */
export const invitation = (
  { place }: Extract<GuideAct, { do: 'take a place' }>,
  requestId: string,
): Event => {
  const { id: guideId, ...terms } = writtenGuide(place) as { id: string }
  return { name: 'guides.invite', input: { requestId, guideId, ...terms } }
}

/** What who runs the shop says of somebody's work. */
export const working = (
  { guideId, isActive }: Extract<Act, { do: 'say who works' }>,
  requestId: string,
): Event => ({
  name: 'guides.activate',
  input: { requestId, guideId, isActive, reason: 'on leave' },
})

/** A token as nobody made it: in other letters. */
export const tampered = (token: string): string => token.toUpperCase()
