import { Text, View } from '@tarojs/components'
import type { Category } from '@domain/catalog/product'
import { takesOff } from '@domain/promotions/discount'
import type { Promotions } from '@domain/promotions/promotions'
import { sessionAt, type Schedule } from '@domain/schedule'
import { Tag, type Tone } from '@/components/Tag'
import { now } from '@/platform/clock'
import { homeText, scopeText } from '@/text/home'
import { rateText, saveStepsText } from '@/text/receipt'
import styles from './PromotionLines.module.scss'

/** What brings prices down beside deals, and the shelves that it may be for. */
export interface PromotionLinesProps {
  readonly promotions: Promotions
  readonly categories: readonly Category[]
}

/** The promotions that run right now, a line each; those to come are not promised here. */
export function PromotionLines({ promotions, categories }: PromotionLinesProps) {
  const isRunning = ({ schedule }: { readonly schedule: Schedule }) =>
    sessionAt(schedule, now()) !== undefined
  const discounts = promotions.discounts.filter((one) => takesOff(one) && isRunning(one))
  const saves = promotions.spendAndSave.filter(isRunning)
  if (discounts.length + saves.length === 0) return null
  return (
    <View className={styles.lines} id="promotions">
      {discounts.map((one) => (
        <Line key={one.id} kind={homeText.kinds[one.kind]} tone="amber">
          {`${scopeText(one.scope, categories)} ${rateText(one.discountBps)}`}
        </Line>
      ))}
      {saves.map((one) => (
        <Line key={one.id} kind={homeText.kinds.save} tone="cherry">
          {`${scopeText(one.scope, categories)} ${saveStepsText(one.steps)}`}
        </Line>
      ))}
    </View>
  )
}

interface LineProps {
  readonly kind: string
  readonly tone: Tone
  readonly children: string
}

function Line({ kind, tone, children }: LineProps) {
  return (
    <View className={styles.line}>
      <Tag tone={tone}>{kind}</Tag>
      <Text className={styles.words}>{children}</Text>
    </View>
  )
}
