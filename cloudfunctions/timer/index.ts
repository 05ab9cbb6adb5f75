import { tick } from '../server/timer/tick'

export const main = tick
