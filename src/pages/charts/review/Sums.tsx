import { View } from '@tarojs/components'
import type { ReviewFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { comparedText, reviewText, sums, sumText } from '@/text/review'
import styles from './Sums.module.scss'

/** What one session came to, and the one before it. */
export interface SumsProps {
  readonly figures: ReviewFigures
  readonly before: ReviewFigures | undefined
}

/** The figures that one number tells, each with how it differs from the session before. */
export function Sums({ figures, before }: SumsProps) {
  return (
    <Card title={reviewText.sums} id="sums">
      <View className={styles.sums}>
        {sums.map((sum) => (
          <View key={sum.key} className={styles.sum} id={`sum-${sum.key}`}>
            <View className={styles.name}>{sum.name}</View>
            <View className={styles.figure}>{sumText(sum, figures)}</View>
            <View className={styles.note}>
              {sum.key === 'peak' ? reviewText.peakAt(figures.peakAt) : ''}
            </View>
            <View className={styles.note}>{before ? comparedText(sum, figures, before) : ''}</View>
          </View>
        ))}
      </View>
      <View className={styles.first}>{before ? '' : reviewText.first}</View>
    </Card>
  )
}
