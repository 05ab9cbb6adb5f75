import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { spokenCheck } from '@/platform/spoken'
import type { CouponChoice } from '@domain/coupons/choice'
import type { WalletCoupon } from '@domain/coupons/coupon'
import type { Skipped } from '@domain/orders/receipt'
import type { SavedPrice } from '@domain/orders/savings'
import { classes } from '@/components/classes'
import { CouponTicket } from '@/components/CouponTicket'
import { Sheet } from '@/components/Sheet'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import { goodUntilText } from '@/text/coupons'
import { money } from '@/text/money'
import { couponHindranceText } from '@/text/receipt'
import styles from './CouponSheet.module.scss'

/** The price that is shown, and whether it is looked at which coupons there are. */
export interface CouponSheetProps {
  readonly price: SavedPrice
  readonly open: boolean
  readonly onClose: () => void
}

/**
 * Every coupon with what the order comes to with it, and those that can't be used with why. As long
 * as it is closed it stays as it was: whoever changes something else does not pay for it.
 */
export const CouponSheet = observer(function CouponSheet(props: CouponSheetProps) {
  const { open, onClose } = props
  const { checkout } = useStores()
  const [price, setPrice] = useState(props.price)
  if (open && price !== props.price) setPrice(props.price)
  const { choices, couponId } = price
  const choose = (chosen: SavedPrice['couponId']) => {
    checkout.chooseCoupon(chosen)
    onClose()
  }
  return (
    <Sheet title={checkoutText.chooseCoupon} open={open} onClose={onClose}>
      {choices.usable.map((choice) => (
        <Usable
          key={choice.coupon._id}
          choice={choice}
          isChosen={choice.coupon._id === couponId}
          isBest={choice.coupon._id === choices.best}
          onChoose={() => choose(choice.coupon._id)}
        />
      ))}
      <View
        id="no-coupon"
        className={classes(styles.none, couponId === null && styles.chosen)}
        ariaRole="radio"
        {...spokenCheck(couponId === null)}
        onClick={() => choose(null)}
      >
        <View className={styles.words}>
          {choices.usable.length + choices.unusable.length > 0
            ? checkoutText.noCoupon
            : checkoutText.noCoupons}
        </View>
        <View className={styles.mark} />
      </View>
      {choices.unusable.length > 0 && (
        <View className={styles.head}>{checkoutText.unusable(choices.unusable.length)}</View>
      )}
      {choices.unusable.map((skipped) => (
        <Unusable
          key={skipped.id}
          skipped={skipped}
          coupon={checkout.quote.value?.context.coupons.find(({ _id }) => _id === skipped.id)}
        />
      ))}
    </Sheet>
  )
})

interface UsableProps {
  readonly choice: CouponChoice
  readonly isChosen: boolean
  readonly isBest: boolean
  readonly onChoose: () => void
}

function Usable({ choice, isChosen, isBest, onChoose }: UsableProps) {
  const { coupon, payableFen } = choice
  return (
    <View
      id={`coupon-${coupon._id}`}
      className={isChosen ? styles.chosen : undefined}
      ariaRole="radio"
      {...spokenCheck(isChosen)}
      onClick={onChoose}
    >
      <CouponTicket
        coupon={coupon}
        scopeNames={coupon.scopeNames}
        validity={goodUntilText(coupon, now())}
        note={checkoutText.comesTo(money(payableFen))}
        onPaper
      >
        <View className={styles.marks}>
          {isBest && <Tag tone="leaf">{checkoutText.best}</Tag>}
          <View className={styles.mark} />
        </View>
      </CouponTicket>
    </View>
  )
}

interface UnusableProps {
  readonly skipped: Skipped
  readonly coupon: WalletCoupon | undefined
}

function Unusable({ skipped, coupon }: UnusableProps) {
  if (!coupon) return null
  return (
    <CouponTicket
      id={`unusable-${coupon._id}`}
      coupon={coupon}
      scopeNames={coupon.scopeNames}
      validity={goodUntilText(coupon, now())}
      reason={couponHindranceText(skipped, now())}
      onPaper
    />
  )
}
