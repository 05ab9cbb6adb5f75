import type { Product } from '@domain/catalog/product'
import type { LotteryView } from '@domain/lottery/contract'
import type { Lottery, LotteryEntry } from '@domain/lottery/lottery'
import type { MemberId } from '@domain/ids'
import type { Quota } from '@domain/holds/hold'
import { database } from '../kit/cloud'
import { lotteries } from '../kit/collections'
import type { Words } from '../kit/database'
import { memberMarkOf } from '../kit/ids'

/** Lotteries that a session may have. */
const MOST_LOTTERIES = 100

type LotteryReading = Lottery & {
  readonly entryKey: string
  readonly quotaKey: string
  readonly products: readonly Pick<Product, 'pictures'>[]
  readonly own: readonly LotteryEntry[]
  readonly quotas: readonly Pick<Quota, 'available'>[]
}

/** Lotteries as a member sees them, the newest first. One SDK call. */
export async function viewLotteries(where: Words, memberId: MemberId): Promise<LotteryView[]> {
  const operators = database.command.aggregate
  const { list } = (await lotteries
    .aggregate()
    .match(where)
    .sort({ opensAt: -1, _id: 1 })
    .limit(MOST_LOTTERIES)
    .addFields({
      entryKey: operators.concat(['$_id', `.${memberMarkOf(memberId)}`]),
      quotaKey: operators.concat(['$dealId', `.${memberId}`]),
    })
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'lottery_entries', localField: 'entryKey', foreignField: '_id', as: 'own' })
    .lookup({ from: 'quotas', localField: 'quotaKey', foreignField: '_id', as: 'quotas' })
    .end()) as unknown as { list: readonly LotteryReading[] }
  return list.map(viewOf)
}

function viewOf(reading: LotteryReading): LotteryView {
  const { products, own, quotas, entryKey: _entryKey, quotaKey: _quotaKey, ...lottery } = reading
  const [entry] = own
  return {
    ...lottery,
    picture: products[0]?.pictures[0] ?? null,
    ownCode: entry?.code ?? null,
    hasWon: entry !== undefined && lottery.winners.includes(entry.code),
    // A prize that went back can be ordered again: its quota is whole.
    isClaimed: quotas[0]?.available === 0,
  }
}
