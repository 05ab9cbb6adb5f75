import { View } from '@tarojs/components'
import type { LevelBenefits } from '@domain/members/contract'
import type { LevelWindow } from '@domain/members/level'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Tag } from '@/components/Tag'
import { benefitTexts, levelsText, reachText } from '@/text/levels'
import styles from './LevelCard.module.scss'

/** A level with what it brings. */
export interface LevelCardProps {
  readonly benefits: LevelBenefits
  readonly span: LevelWindow
  /** Whether the caller stands on it. */
  readonly isOwn: boolean
}

/** One level: from which spending on, and its benefits side by side. */
export function LevelCard({ benefits, span, isOwn }: LevelCardProps) {
  const { level } = benefits
  return (
    <Card id={`level-${level.id}`}>
      <View className={styles.head}>
        <View className={styles.name}>{level.name}</View>
        <View>{isOwn && <Tag tone="cherry">{levelsText.own}</Tag>}</View>
        <View className={styles.reach}>{reachText(level, span)}</View>
      </View>
      <View className={styles.table}>
        {benefitTexts(benefits).map(({ name, brings }, index) => (
          <View key={name} className={classes(styles.cell, index > 1 && styles.wide)}>
            <View className={styles.what}>{name}</View>
            <View className={styles.brings}>{brings}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
