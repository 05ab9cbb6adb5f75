import { View } from '@tarojs/components'
import type { Instant } from '@domain/time'
import { Card } from '@/components/Card'
import { groupbuyText, rulesText } from '@/text/groupbuy'
import type { DealView } from '@domain/groupbuy/contract'
import styles from './Rules.module.scss'

/** What the rules are made from. */
export interface RulesProps {
  readonly view: DealView
  readonly now: Instant
}

/** All rules of the deal, in full and open: nothing has to be tapped to be known. */
export function Rules({ view, now }: RulesProps) {
  return (
    <Card title={groupbuyText.rulesTitle} id="rules">
      {rulesText(view.deal, view.product.unit, now).map(({ title, body }) => (
        <View key={title} className={styles.rule}>
          <View className={styles.title}>{title}</View>
          <View className={styles.body}>{body}</View>
        </View>
      ))}
    </Card>
  )
}
