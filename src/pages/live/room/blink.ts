import styles from './blink.module.scss'

/**
 * The class by which a price blinks once when it moved: two take turns, as a style that stays the
 * same does not begin anew. Nothing as long as it never moved.
 */
export const blinkOf = (moves: number): string | undefined => {
  if (moves === 0) return undefined
  return moves % 2 === 1 ? styles.odd : styles.even
}
