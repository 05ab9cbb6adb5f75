import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './Field.module.scss'

/** Until the shopper has agreed, a field that WeChat fills asks for that instead. */
export interface PrivateField {
  readonly isAgreed: boolean
  readonly onAsk: () => void
}

/** A field with its name. */
export function Field({ name, children }: PropsWithChildren<{ readonly name: string }>) {
  return (
    <View className={styles.field}>
      <View className={styles.name}>{name}</View>
      {children}
    </View>
  )
}
