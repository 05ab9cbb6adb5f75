import { fail, type Failure } from '@domain/failure'
import type { LotteryId } from '@domain/ids'
import { enterable, type Lottery, type LotteryEntry } from '@domain/lottery/lottery'
import { lotteries, lotteryEntries } from '../kit/collections'
import { entryCodeOf, entryIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'

type LotteryReading = Lottery & { readonly own: readonly LotteryEntry[] }

/**
 * Enters the caller, once: the entry's id is theirs alone. Who has entered is told the code again,
 * also when it is too late to enter. Two SDK calls.
 */
export async function enterLottery(
  { lotteryId }: { readonly lotteryId: LotteryId },
  { memberId, now }: Caller,
): Promise<{ readonly code: string } | Failure<'lottery_unknown' | 'lottery_over'>> {
  const _id = entryIdOf(lotteryId, memberId)
  const lottery = await read(lotteryId, _id)
  if (!lottery) return fail('lottery_unknown')
  const [own] = lottery.own
  if (own) return { code: own.code }
  const refusal = enterable(lottery, now)
  if (refusal) return refusal
  const code = entryCodeOf(lotteryId, memberId)
  // Where the id is taken, a twin of this call was faster, and its code is the same.
  await lotteryEntries.add({ _id, lotteryId, memberId, code, at: now })
  return { code }
}

async function read(lotteryId: LotteryId, entryKey: string): Promise<LotteryReading | undefined> {
  const { list } = (await lotteries
    .aggregate()
    .match({ _id: lotteryId })
    .addFields({ entryKey })
    .lookup({ from: 'lottery_entries', localField: 'entryKey', foreignField: '_id', as: 'own' })
    .end()) as unknown as { list: readonly LotteryReading[] }
  return list[0]
}
