import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { openTab } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import styles from './BuyBar.module.scss'

/** Whether it can be bought. */
export interface BuyBarProps {
  readonly isSoldOut: boolean
  /** A deal of it is open: buying alone is the second choice, and named so. */
  readonly isInDeal: boolean
  readonly onAdd: () => void
  readonly onBuy: () => void
}

/** What can be done with a product, within reach of the thumb. */
export function BuyBar({ isSoldOut, isInDeal, onAdd, onBuy }: BuyBarProps) {
  return (
    <BottomBar>
      <View className={styles.side}>
        <Button
          kind="quiet"
          id="cart"
          onTap={() => {
            openTab('cart')
          }}
        >
          {catalogText.cart}
        </Button>
      </View>
      <View className={styles.main}>
        <Button kind="plain" id="add" disabled={isSoldOut} onTap={onAdd}>
          {catalogText.addToCart}
        </Button>
      </View>
      <View className={styles.main}>
        <Button id="buy" disabled={isSoldOut} onTap={onBuy}>
          {isSoldOut ? catalogText.soldOut : isInDeal ? catalogText.buyAlone : catalogText.buy}
        </Button>
      </View>
    </BottomBar>
  )
}
