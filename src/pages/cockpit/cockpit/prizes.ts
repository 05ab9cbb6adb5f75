import type { LotteryView } from '@domain/lottery/contract'
import type { CockpitView } from '@/stores/CockpitStore'
import { lotteryText } from '@/text/cockpit'

/** Something that can be won in a session. */
export interface Prize {
  /** Which of the session's prizes it is, from 0 on. */
  readonly place: number
  readonly name: string
  readonly winners: number
  /** Its lottery; nothing before it was opened. */
  readonly lottery: LotteryView | undefined
}

/** A session's prizes in the order in which they are planned, with their lotteries. */
export function prizesOf({ session, products, lotteries }: CockpitView): Prize[] {
  // The newest one comes first; prizes of the same kind were opened in their order.
  const unmatched = [...lotteries].reverse()
  return session.lotteries.map(({ productId, skuId, winners }, place) => {
    const at = unmatched.findIndex((one) => one.skuId === skuId && one.productId === productId)
    const [lottery] = at < 0 ? [] : unmatched.splice(at, 1)
    const known = products.find((one) => one.skuId === skuId && one.productId === productId)
    return {
      place,
      name: lottery?.productName ?? known?.name ?? lotteryText.prize,
      winners,
      lottery,
    }
  })
}
