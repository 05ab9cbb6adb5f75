import { View } from '@tarojs/components'
import type { ReviewFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { reviewText } from '@/text/review'
import styles from './Rows.module.scss'

/** What was given away in the session: coupons and prizes. */
export function Given({ figures: { coupons, lotteries } }: { readonly figures: ReviewFigures }) {
  return (
    <View>
      <Card title={reviewText.coupons} id="coupons">
        <View>
          {coupons.length === 0 && <View className={styles.none}>{reviewText.noCoupons}</View>}
        </View>
        {coupons.map(({ templateId, name, claimed, used, offFen }) => (
          <View key={templateId} className={styles.row} id={`given-${templateId}`}>
            <View className={styles.head}>
              <View className={styles.name}>{name}</View>
              <View className={styles.figure}>{reviewText.coupon(claimed, used)}</View>
            </View>
            <View className={styles.note}>{reviewText.couponOff(offFen)}</View>
          </View>
        ))}
      </Card>
      <Card title={reviewText.lotteries} id="lotteries">
        <View>
          {lotteries.length === 0 && <View className={styles.none}>{reviewText.noLotteries}</View>}
        </View>
        {lotteries.map(({ lotteryId, productName, entries, prizes, claimed }) => (
          <View key={lotteryId} className={styles.row} id={`given-${lotteryId}`}>
            <View className={styles.name}>{productName}</View>
            <View className={styles.note}>{reviewText.lottery(entries, prizes, claimed)}</View>
          </View>
        ))}
      </Card>
    </View>
  )
}
