import { fail, type Failure } from '@domain/failure'
import type { LotteryId } from '@domain/ids'
import type { Lottery, LotteryPage } from '@domain/lottery/lottery'
import { database } from '../kit/cloud'
import { lotteries } from '../kit/collections'

type LotteryReading = Lottery & { readonly pages: readonly LotteryPage[] }

/** A page of the sealed list, for everybody who makes the draw again. One SDK call. */
export async function listEntries({
  lotteryId,
  page,
}: {
  readonly lotteryId: LotteryId
  readonly page: number
}): Promise<
  { readonly codes: readonly string[] } | Failure<'lottery_unknown' | 'lottery_unsealed'>
> {
  const operators = database.command.aggregate
  const { list } = (await lotteries
    .aggregate()
    .match({ _id: lotteryId })
    .addFields({ pageKey: operators.concat(['$_id', '.', '$listHash', `.${page}`]) })
    .lookup({ from: 'lottery_pages', localField: 'pageKey', foreignField: '_id', as: 'pages' })
    .end()) as unknown as { list: readonly LotteryReading[] }
  const [lottery] = list
  if (!lottery) return fail('lottery_unknown')
  if (lottery.status === 'open') return fail('lottery_unsealed')
  return { codes: lottery.pages[0]?.codes ?? [] }
}
