import { View } from '@tarojs/components'
import type { MemberCenter } from '@domain/members/contract'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import { lastDayText } from '@/text/points'
import styles from './Holdings.module.scss'

/** What a member has: points, coupons, and whether today is signed. */
export function Holdings({ center }: { readonly center: MemberCenter }) {
  const { points, coupons, signedToday } = center
  const { balance, expiring } = points
  return (
    <View>
      <View className={styles.row}>
        <Holding id="points" count={`${balance}`} name={membersText.points} to="points" />
        <Holding id="coupons" count={`${coupons}`} name={membersText.coupons} to="coupons" />
        <Holding
          id="signs"
          count={signedToday ? membersText.signed : membersText.unsigned}
          name={membersText.signIn}
          to="signs"
        />
      </View>
      <View>
        {balance < 0 && <View className={styles.owed}>{membersText.owed(-balance)}</View>}
        {balance >= 0 && expiring && (
          <View className={styles.expiring} id="expiring">
            {membersText.expiring(expiring.points, lastDayText(expiring.at, now()))}
          </View>
        )}
      </View>
    </View>
  )
}

interface HoldingProps {
  readonly id: string
  readonly count: string
  readonly name: string
  readonly to: 'points' | 'coupons' | 'signs'
}

function Holding({ id, count, name, to }: HoldingProps) {
  return (
    <View
      className={styles.holding}
      id={id}
      ariaRole="button"
      onClick={() => {
        open(to, {})
      }}
    >
      <View className={to === 'signs' ? styles.word : styles.count}>{count}</View>
      <View className={styles.name}>{name}</View>
    </View>
  )
}
