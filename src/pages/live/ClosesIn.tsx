import type { LotteryView } from '@domain/lottery/contract'
import type { LotteryState } from '@domain/lottery/outlook'
import { Countdown } from '@/components/Countdown'
import { now } from '@/platform/clock'
import { lotteryText } from '@/text/lottery'

/** A lottery as it stands for the caller. */
export interface ClosesInProps {
  readonly lottery: LotteryView
  readonly state: LotteryState
  readonly onTimeOver: () => void
}

/** How long a lottery can still be entered; nothing once that is over. */
export function ClosesIn({ lottery, state, onTimeOver }: ClosesInProps) {
  if (state !== 'open' && state !== 'entered') return null
  return (
    <Countdown
      until={lottery.closesAt}
      now={now}
      onEnd={onTimeOver}
      format={lotteryText.closesIn}
    />
  )
}
