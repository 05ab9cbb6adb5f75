import { View } from '@tarojs/components'
import type { Instant } from '@domain/time'
import { Tag } from '@/components/Tag'
import { preSaleText } from '@/text/preSale'
import styles from './InDeal.module.scss'

/** 预售: when the goods of a deal are shipped; nothing for a deal that does not say. */
export function PreSale({ shipsAt }: { readonly shipsAt: Instant | undefined }) {
  if (shipsAt === undefined) return null
  return (
    <View className={styles.preSale}>
      <Tag tone="amber">{preSaleText.tag}</Tag>
      {preSaleText.ships(shipsAt)}
    </View>
  )
}
