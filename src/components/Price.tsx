import { Text } from '@tarojs/components'
import { yuan, type Fen } from '@domain/money'
import { sharedText } from '@/text/shared'
import { classes } from './classes'
import styles from './Price.module.scss'

/** What a price looks like. */
export interface PriceProps {
  readonly fen: Fen
  readonly size?: 'note' | 'body' | 'title' | 'hero'
  /** A price that was, drawn through. */
  readonly struck?: boolean
  /** The colour around it in place of cherry, for sums that ask for nothing. */
  readonly plain?: boolean
}

/** A sum of money: the sign and the fen smaller than the yuan, figures of equal width. */
export function Price({ fen, size = 'body', struck = false, plain = false }: PriceProps) {
  const [whole, rest] = yuan(fen).split('.')
  const tone = struck ? styles.struck : plain ? undefined : styles.cherry
  const look = classes(styles.price, styles[size], tone)
  if (size === 'note' || struck) return <Text className={look}>{`¥${yuan(fen)}`}</Text>
  return (
    <Text className={look}>
      <Text className={styles.small}>{sharedText.yuanSign}</Text>
      {whole}
      {rest !== undefined && <Text className={styles.small}>{`.${rest}`}</Text>}
    </Text>
  )
}
