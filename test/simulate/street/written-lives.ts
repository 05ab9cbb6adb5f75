/** The shop file's section about lives, as an operator would write it. */
import type { PlannedLive } from './lives'

/** Posters that are to go out before each live. */
const preheat = { officialAccountDaysBefore: 3, postersPerDay: 2 }

/** Lives with their times on the wall. */
export const writtenLives = (
  lives: readonly PlannedLive[],
  wall: (minutes: number) => string,
): object[] => lives.map((live) => writtenLive(live, wall(live.from)))

function writtenLive(live: PlannedLive, startsAt: string): object {
  const { id, hostId, lasts, goods, lotteries, coupons } = live
  const sold = goods.map(({ priceFen, shelfFen: _, ...terms }) => {
    return { ...terms, livePriceFen: priceFen }
  })
  const prizes = lotteries.map(({ productId }) => ({ productId, role: 'lottery', livePriceFen: 0 }))
  return {
    ...{ id, title: id, startsAt, lastsMinutes: lasts, host: hostId, preheat, coupons, lotteries },
    products: [...sold, ...prizes],
  }
}
