import { Input, View } from '@tarojs/components'
import { bindingDays } from '@domain/attribution/rule'
import { staffAttributionText } from '@/text/staffGuides'
import styles from './Days.module.scss'

/** So many days stand there at first; what is no number is told as such. */
export interface DaysProps {
  readonly usual: number
  readonly onType: (days: number) => void
}

const MOST_DIGITS = String(bindingDays.most).length

/** For how many days a customer is bound. */
export function Days({ usual, onType }: DaysProps) {
  return (
    <View className={styles.field}>
      <View>{staffAttributionText.days}</View>
      <Input
        id="days"
        className={styles.input}
        type="number"
        maxlength={MOST_DIGITS}
        // The field keeps its own text, or it would lose what is being typed.
        defaultValue={String(usual)}
        onInput={(event) => {
          onType(Number(event.detail.value.trim() || NaN))
        }}
      />
      <View className={styles.limits}>{staffAttributionText.daysHint}</View>
    </View>
  )
}
