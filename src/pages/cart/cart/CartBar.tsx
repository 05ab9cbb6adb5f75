import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { piecesIn } from '@domain/cart/cart'
import { MOST_LINES } from '@domain/orders/order'
import { goodsFenOf } from '@domain/orders/story'
import { NOTHING, subtract } from '@domain/money'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Mark } from '@/components/Mark'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import { open } from '@/platform/go'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { cartText } from '@/text/cart'
import { savedText } from '@/text/receipt'
import { CartReceipt } from './CartReceipt'
import styles from './CartBar.module.scss'

/** Choose all, what the chosen lines come to, and the way to the checkout. */
export const CartBar = observer(function CartBar() {
  const { cart } = useStores()
  const [isOpen, setOpen] = useState(false)
  const { receipt, chosen, areAllChosen, isTooMuch } = cart
  const goodsFen = receipt ? goodsFenOf(receipt) : NOTHING
  const saved = receipt && savedText(subtract(receipt.goodsFen, goodsFen))
  const checkOut = () => {
    if (isTooMuch) toast(cartText.tooMany(MOST_LINES))
    else open('checkout', { from: 'cart' })
  }
  return (
    <View>
      <Sheet title={cartText.receiptTitle} open={isOpen} onClose={() => setOpen(false)}>
        {isOpen && receipt && <CartReceipt receipt={receipt} />}
      </Sheet>
      <BottomBar aboveTabs>
        <View className={styles.all}>
          <Mark
            id="choose-all"
            label={cartText.mark(cartText.chooseAll, areAllChosen)}
            checked={areAllChosen}
            onTap={() => {
              cart.choose(cart.orderable, !areAllChosen)
            }}
          />
          {cartText.chooseAll}
        </View>
        <View className={styles.sum} id="total" onClick={() => setOpen(receipt !== undefined)}>
          <View>
            <Price fen={goodsFen} size="title" />
          </View>
          <View className={styles.saved}>{saved ?? cartText.receipt}</View>
        </View>
        <View className={styles.go}>
          <Button id="checkout" disabled={chosen.length === 0} onTap={checkOut}>
            {cartText.toCheckout(piecesIn(chosen))}
          </Button>
        </View>
      </BottomBar>
    </View>
  )
})
