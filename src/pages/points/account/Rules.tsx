import { View } from '@tarojs/components'
import { times, type Bps } from '@domain/money'
import type { PointsRule } from '@domain/points/account'
import { Card } from '@/components/Card'
import { money } from '@/text/money'
import { pointsText } from '@/text/points'
import styles from './Rules.module.scss'

/** How points come and what they are good for, in full. */
export function Rules({ rule }: { readonly rule: PointsRule }) {
  return (
    <Card title={pointsText.rulesTitle} id="rules">
      {sentencesOf(rule).map((sentence) => (
        <View key={sentence} className={styles.rule}>
          {sentence}
        </View>
      ))}
    </Card>
  )
}

function sentencesOf({ earnPerYuan, months, offset }: PointsRule): readonly string[] {
  const { earns, lasts, takenBack } = pointsText
  if (!offset) return [earns(earnPerYuan), lasts(months), takenBack]
  const { minPoints, fenPerPoint, maxBps } = offset
  const worth = money(times(fenPerPoint, minPoints))
  const pays = pointsText.offset(minPoints, worth, percentOf(maxBps))
  return [earns(earnPerYuan), pays, lasts(months), takenBack]
}

const percentOf = (bps: Bps): string => `${bps / 100}%`
