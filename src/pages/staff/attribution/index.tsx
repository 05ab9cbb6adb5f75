import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { OrderId } from '@domain/ids'
import { Explanation } from '@/components/Explanation'
import { Missing } from '@/components/Missing'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStore } from '@/stores/root'
import { StaffAttributionStore } from '@/stores/StaffAttributionStore'
import { explainCredit } from '@/text/explanation'
import { Changes } from './Changes'
import styles from './index.module.scss'

/** Why an order is whose it is, and changing that. */
export default observer(function AttributionPage() {
  const { orderId = '' } = usePageValues()
  const { orders } = useStore(StaffAttributionStore)
  const visible = useVisible()
  const loaded = orders.of(orderId)
  const retry = () => void orders.load(orderId)
  useEffect(() => {
    if (visible) void orders.load(orderId)
  }, [visible, orderId, orders])
  usePullToRefresh(() => orders.load(orderId))
  if (!loaded.value) return <Missing loaded={loaded} shape="order" onRetry={retry} />
  const { attribution } = loaded.value
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={retry} />
      <Explanation explanation={explainCredit(loaded.value, now())} />
      <Changes orderId={orderId as OrderId} guideId={attribution.guideId} />
    </View>
  )
})
