import { NOTHING, subtract, yuan, type Fen } from '@domain/money'

/** ¥ and the sum, for sums inside a sentence; what was taken off carries a minus. */
export const money = (amount: Fen): string =>
  amount < 0 ? `−¥${yuan(subtract(NOTHING, amount))}` : `¥${yuan(amount)}`
