import { View } from '@tarojs/components'
import type { ReviewFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { funnelSteps, reviewText, stepRate } from '@/text/review'
import { Bar } from './Bar'
import styles from './Rows.module.scss'

/** From seeing a product to paying for it: how many members got so far. */
export function Funnel({ figures: { funnel } }: { readonly figures: ReviewFigures }) {
  const widest = Math.max(...funnelSteps.map((step) => funnel[step]))
  return (
    <Card title={reviewText.funnel} id="funnel">
      {funnelSteps.map((step, index) => {
        const before = funnelSteps[index - 1]
        return (
          <View key={step} className={styles.row} id={`step-${step}`}>
            <View className={styles.head}>
              <View className={styles.name}>{reviewText.steps[step]}</View>
              <View className={styles.figure}>{reviewText.people(funnel[step])}</View>
            </View>
            <Bar is={funnel[step]} most={widest} />
            <View className={styles.note}>
              {before ? reviewText.ofBefore(stepRate(funnel[step], funnel[before])) : ''}
            </View>
          </View>
        )
      })}
    </Card>
  )
}
