import { fen, MAX_FEN, type Fen } from '@domain/money'

/** A sum as people type it, e.g. 9.9 or 128: whole fen; undefined for what is no sum. */
export function fenTyped(text: string): Fen | undefined {
  const [, yuan, fraction = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text.trim()) ?? []
  if (yuan === undefined) return undefined
  const amount = Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
  return amount <= MAX_FEN ? fen(amount) : undefined
}

/** A count as people type it; undefined for what is none. */
export function countTyped(text: string): number | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined
}
