import { View } from '@tarojs/components'
import type { IncomeRow } from '@domain/commission/contract'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { change, goodsText, incomeText, standingText } from '@/text/commission'
import { when } from '@/text/when'
import styles from './IncomeLine.module.scss'

/** What one order brought, or a payout took; a tap opens how it came about. */
export function IncomeLine({ row }: { readonly row: IncomeRow }) {
  const { orderId, amountFen, at } = row
  const see = () => {
    if (orderId === null) open('payouts', {})
    else open('credit', { orderId })
  }
  return (
    <View
      className={styles.row}
      id={orderId === null ? undefined : `income-${orderId}`}
      ariaRole="button"
      onClick={see}
    >
      <View className={styles.words}>
        <View className={styles.name}>{orderId === null ? incomeText.payout : goodsText(row)}</View>
        <View className={styles.note}>{when(at, now())}</View>
      </View>
      <View className={styles.sums}>
        <View className={classes(styles.sum, amountFen > 0 && styles.plus)}>
          {change(amountFen)}
        </View>
        <View className={styles.note}>{standingText(row, now())}</View>
      </View>
      <View className={styles.chevron} />
    </View>
  )
}
