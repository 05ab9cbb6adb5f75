import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Tag } from '@/components/Tag'
import { spokenCheck } from '@/platform/spoken'
import { useStores } from '@/stores/root'
import { checkoutText, couponRowText, pointsRowText, pointsRuleText } from '@/text/checkout'
import { CouponSheet } from './CouponSheet'
import styles from './SavingsCard.module.scss'

/** What may bring the sum down: a coupon and points. */
export function SavingsCard() {
  return (
    <Card>
      <CouponRow />
      <PointsRow />
    </Card>
  )
}

/** The coupon that is used, and the way to another one. */
const CouponRow = observer(function CouponRow() {
  const { checkout } = useStores()
  const [open, setOpen] = useState(false)
  const { price } = checkout
  if (!price) return null
  const { choices, couponId } = price
  return (
    <View>
      <View
        id="choose-coupon"
        className={styles.row}
        ariaRole="button"
        onClick={() => {
          setOpen(true)
        }}
      >
        <View className={styles.label}>{checkoutText.coupon}</View>
        <View className={classes(styles.best, couponId !== choices.best && styles.away)}>
          {choices.best !== null && <Tag tone="leaf">{checkoutText.best}</Tag>}
        </View>
        <View className={classes(styles.value, couponId !== null && styles.saved)}>
          {couponRowText(price)}
        </View>
        <View className={styles.arrow} />
      </View>
      <CouponSheet
        price={price}
        open={open}
        onClose={() => {
          setOpen(false)
        }}
      />
    </View>
  )
})

/** Points for money: what they would bring, and a switch; or why they bring nothing. */
const PointsRow = observer(function PointsRow() {
  const { checkout } = useStores()
  const { price } = checkout
  // In the points mall points are the price, and not a way to bring it down.
  if (!price?.points || price.receipt.lines.some(({ deal }) => deal?.kind === 'mall')) return null
  const { points, spentPoints } = price
  const isOn = spentPoints > 0
  const canBe = points.usable > 0
  return (
    <View
      id="points"
      className={styles.row}
      ariaRole="switch"
      {...spokenCheck(isOn)}
      ariaLabel={checkoutText.pointsSwitch(isOn)}
      onClick={() => {
        if (canBe) checkout.togglePoints()
      }}
    >
      <View className={styles.words}>
        <View className={styles.label}>{checkoutText.points}</View>
        <View className={styles.hint}>{pointsRowText(points)}</View>
        <View className={styles.hint}>{canBe ? pointsRuleText(points) : ''}</View>
      </View>
      <View className={classes(styles.switch, isOn && styles.on, !canBe && styles.cant)} />
    </View>
  )
})
