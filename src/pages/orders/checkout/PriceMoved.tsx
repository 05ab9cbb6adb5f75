import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/Button'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import { useStores } from '@/stores/root'
import { checkoutText, priceMovedText } from '@/text/checkout'
import styles from './PriceMoved.module.scss'

/** Shows a price that moved between looking and ordering, before and after, and asks again. */
export const PriceMoved = observer(function PriceMoved({
  onOrder,
}: {
  readonly onOrder: () => void
}) {
  const { checkout } = useStores()
  const { priceMove } = checkout
  if (!priceMove) return null
  const { beforeFen, afterFen } = priceMove
  const dismiss = () => {
    checkout.dismissMove()
  }
  return (
    <Sheet title={priceMovedText(beforeFen, afterFen)} open onClose={dismiss}>
      <View className={styles.move}>
        <View className={styles.side}>
          <View className={styles.label}>{checkoutText.before}</View>
          <Price fen={beforeFen} size="title" struck />
        </View>
        <View className={styles.arrow}>→</View>
        <View className={styles.side}>
          <View className={styles.label}>{checkoutText.after}</View>
          <Price fen={afterFen} size="hero" />
        </View>
      </View>
      <View className={styles.hint}>{checkoutText.movedHint}</View>
      <Button id="order-at-new" onTap={onOrder}>
        {checkoutText.orderAtNew}
      </Button>
      <View className={styles.think}>
        <Button kind="quiet" id="think" onTap={dismiss}>
          {checkoutText.think}
        </Button>
      </View>
    </Sheet>
  )
})
