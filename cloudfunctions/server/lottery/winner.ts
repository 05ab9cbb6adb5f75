import type { Deal } from '@domain/deals/deal'
import { fail, type Failure } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import { viewLotteries } from './view'

/** A prize is its winners' alone. One SDK call for a prize, none for other deals. */
export async function prizeRefusal(
  deal: Deal,
  memberId: MemberId,
): Promise<readonly Failure<'prize_unwon'>[]> {
  if (deal.kind !== 'prize') return []
  const [lottery] = await viewLotteries({ _id: deal.lotteryId }, memberId)
  return lottery?.hasWon ? [] : [fail('prize_unwon')]
}
