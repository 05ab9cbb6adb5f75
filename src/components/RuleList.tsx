import { View } from '@tarojs/components'
import type { RuleText } from '@/text/rules'
import { Card } from './Card'
import styles from './RuleList.module.scss'

/** All rules of a deal, under a title. */
export interface RuleListProps {
  readonly title: string
  readonly rules: readonly RuleText[]
}

/** All rules of a deal, in full and open: nothing has to be tapped to be known. */
export function RuleList({ title, rules }: RuleListProps) {
  return (
    <Card title={title} id="rules">
      {rules.map((rule) => (
        <View key={rule.title} className={styles.rule}>
          <View className={styles.title}>{rule.title}</View>
          <View className={styles.body}>{rule.body}</View>
        </View>
      ))}
    </Card>
  )
}
