import { after, type Instant } from '../time'
import type { LotteryView } from './contract'
import { CLAIM_WINDOW } from './lottery'

/**
 * How a lottery stands for the caller: to be entered, entered, closed and soon drawn; and then won
 * (with the prize to be ordered, ordered, or let go), lost, or drawn without them.
 */
export type LotteryState =
  'open' | 'entered' | 'sealing' | 'won' | 'claimed' | 'lapsed' | 'lost' | 'missed'

/** How a lottery stands for the caller at `now`; the cloud decides again when they act. */
export function lotteryStateOf(lottery: LotteryView, now: Instant): LotteryState {
  const { status, closesAt, ownCode, hasWon, isClaimed } = lottery
  if (status !== 'drawn') {
    if (now >= closesAt) return 'sealing'
    return ownCode === null ? 'open' : 'entered'
  }
  if (!hasWon) return ownCode === null ? 'missed' : 'lost'
  if (isClaimed) return 'claimed'
  // Drawn at the earliest when it closed: from then on the window is at least as long.
  return now < after(closesAt, CLAIM_WINDOW) ? 'won' : 'lapsed'
}
