import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { openTab } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import styles from './BuyBar.module.scss'

/** Whether it can be bought. */
export interface BuyBarProps {
  readonly isSoldOut: boolean
  /** A ladder of it is open: buying alone is the second choice, and named so. */
  readonly isInDeal: boolean
  readonly onBuy: () => void
}

/** The one thing to do with a product, within reach of the thumb. */
export function BuyBar({ isSoldOut, isInDeal, onBuy }: BuyBarProps) {
  return (
    <BottomBar>
      <View className={styles.side}>
        <Button
          kind="quiet"
          id="home"
          onTap={() => {
            openTab('home')
          }}
        >
          {catalogText.home}
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
