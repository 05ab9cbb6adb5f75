import { View } from '@tarojs/components'
import type { TeamProgress } from '@domain/deals/progress'
import { teamPrice } from '@domain/teams/team'
import { Price } from '@/components/Price'
import { teamsText } from '@/text/teams'
import styles from './Prices.module.scss'

/** What a piece costs in a team, beside the price alone; and what its leader pays. */
export function Prices({ view: { deal, product } }: { readonly view: TeamProgress }) {
  const leadsFen = teamPrice(deal, true)
  return (
    <View>
      <View className={styles.prices}>
        <View className={styles.label}>{teamsText.price}</View>
        <Price fen={deal.priceFen} size="title" />
        <View className={styles.alone}>
          <Price fen={product.skuPriceFen} size="note" struck />
        </View>
      </View>
      {leadsFen < deal.priceFen && (
        <View className={styles.prices}>
          <View className={styles.label}>{teamsText.leads}</View>
          <Price fen={leadsFen} />
        </View>
      )}
    </View>
  )
}
