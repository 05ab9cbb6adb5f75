import { Text, View } from '@tarojs/components'
import { nextStep, type Ladder } from '@domain/groupbuy/ladder'
import { groupbuyText } from '@/text/groupbuy'
import { money } from '@/text/money'
import styles from './NextStep.module.scss'

/** How many neighbours are missing to the next step, and what all pay then. */
export interface NextStepProps {
  readonly ladder: Ladder
  readonly people: number
}

/** 再来 37 人,全员降到 ¥449. */
export function NextStep({ ladder, people }: NextStepProps) {
  const next = nextStep(ladder, people)
  if (!next) return <View className={styles.next}>{groupbuyText.lowest}</View>
  return (
    <View className={styles.next}>
      {groupbuyText.comeMore}
      <Text className={styles.strong}>{` ${next.missing} `}</Text>
      {groupbuyText.peopleThen}
      <Text className={styles.strong}>{` ${money(next.step.priceFen)}`}</Text>
    </View>
  )
}
