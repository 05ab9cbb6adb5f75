import { DRAW_AT_LAST } from '@domain/lottery/lottery'
import { after } from '@domain/time'
import { _ } from '../kit/cloud'
import { lotteries } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'
import { drawLottery } from './draw'

/** Lotteries a batch. */
const BATCH = 20

/** Draws what nobody drew, so that nobody waits for ever. */
export const drawLotteries = jobOver({
  in: lotteries,
  where: (now) => ({
    status: _.in(['open', 'sealed']),
    closesAt: _.lte(after(now, -1 * DRAW_AT_LAST)),
  }),
  finding: { limit: BATCH },
  each: drawLottery,
  trouble: (error) => log('lottery_waits', { reason: reasonOf(error) }),
})
