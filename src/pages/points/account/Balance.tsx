import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import type { PointsSeen } from '@/stores/PointsStore'
import { lastDayText, pointsText } from '@/text/points'
import styles from './Balance.module.scss'

/** What can be spent, large; a debt in plain words, what is held, and what expires first. */
export function Balance({ account }: { readonly account: PointsSeen['account'] }) {
  const { balance, available, lots } = account
  const [first] = lots
  const held = balance - available
  return (
    <Card>
      <View className={styles.name}>{pointsText.balance}</View>
      <View className={styles.balance} id="available">
        {Math.max(0, available)}
      </View>
      <View>
        {balance < 0 && (
          <View className={styles.debt} id="debt">
            <View className={styles.debtTitle}>{pointsText.debt(-balance)}</View>
            <View>{pointsText.debtWhy}</View>
          </View>
        )}
        {held > 0 && (
          <View className={styles.fact} id="held">
            {pointsText.held(held)}
          </View>
        )}
        {first && (
          <View className={styles.fact} id="expiring">
            {pointsText.expiring(first.points, lastDayText(first.expiresAt, now()))}
          </View>
        )}
      </View>
      <View className={styles.ways}>
        <View className={styles.way}>
          <Button
            kind="plain"
            id="to-signs"
            onTap={() => {
              open('signs', {})
            }}
          >
            {pointsText.toSigns}
          </Button>
        </View>
        <View className={styles.way}>
          <Button
            kind="plain"
            id="to-mall"
            onTap={() => {
              open('mall', {})
            }}
          >
            {pointsText.toMall}
          </Button>
        </View>
      </View>
    </Card>
  )
}
