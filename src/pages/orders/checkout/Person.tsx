import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/Card'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import styles from './Person.module.scss'

/**
 * Who picks up. The fields keep their own text: a field whose value is set anew at every
 * re-rendering loses what is being typed in WeChat.
 */
export function Person() {
  const { checkout } = useStores()
  const [{ name, phone }] = useState(() => checkout.delivery)
  return (
    <Card title={checkoutText.person}>
      <View className={styles.field}>
        <View className={styles.label}>{checkoutText.name}</View>
        <Input
          id="name"
          className={styles.input}
          defaultValue={name}
          maxlength={20}
          placeholder={checkoutText.namePlaceholder}
          onInput={(event) => {
            checkout.fill({ name: event.detail.value })
          }}
        />
      </View>
      <View className={styles.field}>
        <View className={styles.label}>{checkoutText.phone}</View>
        <Input
          id="phone"
          className={styles.input}
          defaultValue={phone}
          type="number"
          maxlength={20}
          placeholder={checkoutText.phonePlaceholder}
          onInput={(event) => {
            checkout.fill({ phone: event.detail.value })
          }}
        />
      </View>
      <View className={styles.kept}>{checkoutText.kept}</View>
    </Card>
  )
}
