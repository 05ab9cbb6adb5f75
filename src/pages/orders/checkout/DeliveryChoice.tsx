import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { spokenCheck } from '@/platform/spoken'
import type { DeliveryKind } from '@domain/orders/delivery'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { useStores } from '@/stores/root'
import { checkoutText, deliveryCostText } from '@/text/checkout'
import styles from './DeliveryChoice.module.scss'

const kinds: readonly DeliveryKind[] = ['pick-up', 'courier']

/** Picked up or brought home, and what each costs for this basket. */
export const DeliveryChoice = observer(function DeliveryChoice() {
  const { checkout } = useStores()
  const { delivery, byCourier, byPickUp } = checkout
  const receipts = { courier: byCourier?.receipt, 'pick-up': byPickUp?.receipt }
  return (
    <Card title={checkoutText.deliveryTitle}>
      <View className={styles.kinds} ariaRole="radiogroup">
        {kinds.map((kind) => {
          const receipt = receipts[kind]
          return (
            <View
              key={kind}
              id={`deliver-${kind}`}
              className={classes(styles.kind, kind === delivery.kind && styles.chosen)}
              ariaRole="radio"
              {...spokenCheck(kind === delivery.kind)}
              onClick={() => {
                checkout.fill({ kind })
              }}
            >
              <View className={styles.name}>{checkoutText.delivery[kind]}</View>
              <View className={styles.cost}>{receipt && deliveryCostText(kind, receipt)}</View>
            </View>
          )
        })}
      </View>
    </Card>
  )
})
