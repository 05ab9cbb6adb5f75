import { View } from '@tarojs/components'
import type { GuideDesk } from '@domain/guides/contract'
import { fen } from '@domain/money'
import { Card } from '@/components/Card'
import { GuideName } from '@/components/GuideName'
import { Price } from '@/components/Price'
import { deskText } from '@/text/guides'
import styles from './Today.module.scss'

/** Who works here, and what today came to: the income first. */
export function Today({ desk }: { readonly desk: GuideDesk }) {
  const { guide, store, today } = desk
  return (
    <Card id="today">
      <View className={styles.who}>
        <GuideName id="guide" name={guide.name} kind={guide.kind} store={store.name} />
      </View>
      <View className={styles.label}>{deskText.today}</View>
      <View className={styles.income} id="today-income">
        {today.incomeFen < 0 && deskText.minus}
        <Price fen={fen(Math.abs(today.incomeFen))} size="hero" plain />
      </View>
      <View className={styles.why}>{deskText.todayWhy}</View>
      <View className={styles.counts}>
        <Count
          id="today-visitors"
          name={deskText.visitors}
          count={deskText.people(today.visitors)}
        />
        <Count id="today-orders" name={deskText.orders} count={deskText.pieces(today.orders)} />
      </View>
    </Card>
  )
}

interface CountProps {
  readonly id: string
  readonly name: string
  readonly count: string
}

function Count({ id, name, count }: CountProps) {
  return (
    <View className={styles.count}>
      <View className={styles.figure} id={id}>
        {count}
      </View>
      <View className={styles.label}>{name}</View>
    </View>
  )
}
