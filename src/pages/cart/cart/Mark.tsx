import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { cartText } from '@/text/cart'
import styles from './Mark.module.scss'

/** A round mark to tap. */
export interface MarkProps {
  readonly id: string
  /** What is chosen by it. */
  readonly label: string
  readonly checked: boolean
  readonly onTap: () => void
}

/** Says whether something is chosen; a tap changes it. */
export function Mark({ id, label, checked, onTap }: MarkProps) {
  return (
    <View
      id={id}
      className={styles.tap}
      ariaRole="checkbox"
      ariaLabel={checked ? cartText.chosen(label) : cartText.unchosen(label)}
      onClick={onTap}
    >
      <View className={classes(styles.mark, checked && styles.checked)} />
    </View>
  )
}
