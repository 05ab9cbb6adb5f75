import { View } from '@tarojs/components'
import type { PriceTag } from '@domain/catalog/priceTag'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { catalogText } from '@/text/catalog'
import { markdownAheadText, saveStepsText } from '@/text/receipt'
import styles from './Promotions.module.scss'

/** What could bring a product down further: 满减, and discounts of another time or level. */
export function Promotions({ tag }: { readonly tag: PriceTag }) {
  const { savings, ahead } = tag
  if (savings.length === 0 && ahead.length === 0) return null
  return (
    <Card id="promotions">
      {savings.map(({ id, steps }) => (
        <View key={id} className={styles.line}>
          <Tag tone="cherry">{catalogText.savings}</Tag>
          <View className={styles.words}>{saveStepsText(steps)}</View>
        </View>
      ))}
      {ahead.map((one) => (
        <View key={one.name} className={styles.ahead}>
          {markdownAheadText(one, now())}
        </View>
      ))}
    </Card>
  )
}
