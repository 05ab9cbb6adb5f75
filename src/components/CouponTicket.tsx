import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { CouponRule } from '@domain/coupons/coupon'
import { yuan } from '@domain/money'
import { scopeText, thresholdText } from '@/text/coupons'
import { rateText } from '@/text/receipt'
import { sharedText } from '@/text/shared'
import { classes } from './classes'
import styles from './CouponTicket.module.scss'

/** A coupon, or a template of coupons, as it is printed. */
export interface CouponTicketProps {
  readonly coupon: { readonly name: string; readonly rule: CouponRule }
  /** What the categories or products are called that it is for. */
  readonly scopeNames: readonly string[]
  /** How long it is good, in words. */
  readonly validity: string
  readonly id?: string
  /** A word on how it stands. */
  readonly note?: string | undefined
  /** Why it can't be used, or not now: it is shown grey. */
  readonly reason?: string | undefined
  /** Whether it lies on a sheet or a card, and not on the ground of the page. */
  readonly onPaper?: boolean
}

/** A coupon as a ticket: what it takes off, large; beside it for what and how long. */
export function CouponTicket(props: PropsWithChildren<CouponTicketProps>) {
  const { coupon, scopeNames, validity, id, note, reason, onPaper = false, children } = props
  const { name, rule } = coupon
  const isStill = reason !== undefined
  return (
    <View
      id={id}
      className={classes(styles.ticket, onPaper && styles.onPaper, isStill && styles.still)}
    >
      <View className={styles.worth}>
        <Worth rule={rule} />
        <View className={styles.threshold}>{thresholdText(rule)}</View>
      </View>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.fact}>{scopeText(rule, scopeNames)}</View>
        <View className={styles.fact}>{validity}</View>
        <View className={styles.foot}>
          <View className={classes(styles.note, isStill && styles.reason)}>{reason ?? note}</View>
          <View className={styles.action}>{children}</View>
        </View>
      </View>
    </View>
  )
}

/** What it takes off: a sum, or a rate. */
function Worth({ rule }: { readonly rule: CouponRule }) {
  if (rule.kind === 'amount') {
    return (
      <View className={styles.sum}>
        <Text className={styles.small}>{sharedText.yuanSign}</Text>
        {yuan(rule.amountFen)}
      </View>
    )
  }
  const [rate, unit] = rateText(rule.discountBps).split(' ')
  return (
    <View className={styles.sum}>
      {rate}
      <Text className={styles.small}>{unit}</Text>
    </View>
  )
}
