import { View } from '@tarojs/components'
import { usePageValues } from '@/platform/go'
import { HandOver } from './HandOver'
import { Shipment } from './Shipment'
import styles from './index.module.scss'

/** Handing goods out: over the counter by a verification code, or to a courier. */
export default function HandoutPage() {
  const { code, orderId = '' } = usePageValues()
  return (
    <View className={styles.page}>
      {code === undefined ? <Shipment orderId={orderId} /> : <HandOver code={code} />}
    </View>
  )
}
