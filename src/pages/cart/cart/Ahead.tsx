import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useStores } from '@/stores/root'
import { aheadText } from '@/text/receipt'
import { openTab } from '@/platform/go'
import { cartText } from '@/text/cart'
import styles from './Ahead.module.scss'

/** How much more makes it cheaper, and the way to find it. */
export const Ahead = observer(function Ahead() {
  const { cart } = useStores()
  const ahead = cart.receipt && aheadText(cart.receipt.skipped)
  return (
    <View>
      {ahead !== undefined && (
        <View
          className={styles.ahead}
          id="ahead"
          ariaRole="button"
          onClick={() => {
            openTab('shelf')
          }}
        >
          {ahead}
          <View className={styles.go}>{cartText.goShopping}</View>
        </View>
      )}
    </View>
  )
})
