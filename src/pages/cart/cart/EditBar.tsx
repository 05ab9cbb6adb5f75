import { View } from '@tarojs/components'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Mark } from '@/components/Mark'
import { cartText } from '@/text/cart'
import styles from './CartBar.module.scss'

/** What is marked while the cart is being edited. */
export interface EditBarProps {
  readonly marked: number
  readonly areAllMarked: boolean
  readonly onMarkAll: () => void
  readonly onRemove: () => void
}

/** Mark all, and take what is marked out of the cart. */
export function EditBar({ marked, areAllMarked, onMarkAll, onRemove }: EditBarProps) {
  return (
    <BottomBar aboveTabs>
      <View className={styles.all}>
        <Mark
          id="mark-all"
          label={cartText.mark(cartText.chooseAll, areAllMarked)}
          checked={areAllMarked}
          onTap={onMarkAll}
        />
        {cartText.chooseAll}
      </View>
      <View className={styles.go}>
        <Button id="remove" disabled={marked === 0} onTap={onRemove}>
          {cartText.remove(marked)}
        </Button>
      </View>
    </BottomBar>
  )
}
