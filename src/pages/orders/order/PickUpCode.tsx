import { View } from '@tarojs/components'
import type { PickUp } from '@domain/orders/delivery'
import { Card } from '@/components/Card'
import { QrCode } from '@/components/QrCode'
import { inFours } from '@/text/codes'
import { ordersText } from '@/text/orders'
import styles from './PickUpCode.module.scss'

/** 取货码: what the counter scans, or hears. Each is good once. */
export function PickUpCode({ delivery: { code } }: { readonly delivery: PickUp }) {
  return (
    <Card title={ordersText.code}>
      <View className={styles.code} id="pick-up-code">
        <View className={styles.paper}>
          <QrCode text={code} alt={ordersText.codeAlt(code)} />
        </View>
        <View className={styles.digits} id="code-digits">
          {inFours(code)}
        </View>
        <View className={styles.hint}>{ordersText.codeHint}</View>
      </View>
    </Card>
  )
}
