import { tick } from '../server/timer/tick'

/** What happens every minute. */
export const main = tick
