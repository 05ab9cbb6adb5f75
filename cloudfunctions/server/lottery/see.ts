import { fail, type Failure } from '@domain/failure'
import type { LotteryId } from '@domain/ids'
import type { LotteryView } from '@domain/lottery/contract'
import type { Caller } from '../kit/serve'
import { viewLotteries } from './view'

/** A lottery with all by which its draw can be made again. One SDK call. */
export async function seeLottery(
  { lotteryId }: { readonly lotteryId: LotteryId },
  { memberId }: Caller,
): Promise<LotteryView | Failure<'lottery_unknown'>> {
  const [view] = await viewLotteries({ _id: lotteryId }, memberId)
  return view ?? fail('lottery_unknown')
}
