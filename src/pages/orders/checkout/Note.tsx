import { Input, View } from '@tarojs/components'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import styles from './Person.module.scss'

/** A word to the store. */
export function Note() {
  const { checkout } = useStores()
  return (
    <View className={`${styles.field} ${styles.last}`}>
      <View className={styles.label}>{checkoutText.note}</View>
      <Input
        id="note"
        className={styles.input}
        maxlength={100}
        placeholder={checkoutText.notePlaceholder}
        onInput={(event) => {
          checkout.setNote(event.detail.value)
        }}
      />
    </View>
  )
}
