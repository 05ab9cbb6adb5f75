import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { momentOf } from '@domain/orders/order'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Missing } from '@/components/Missing'
import { Row } from '@/components/Row'
import { now } from '@/platform/clock'
import { back, setTitle } from '@/platform/go'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { inFours } from '@/text/codes'
import { statusText } from '@/text/orderStatus'
import { staffText } from '@/text/staff'
import { AttributionEntry } from '../AttributionEntry'
import { OrderLines } from '../OrderLines'
import styles from './HandOver.module.scss'

/** What a verification code stands for, and handing it over: once. */
export const HandOver = observer(function HandOver({ code }: { readonly code: string }) {
  const { staff } = useStores()
  const found = staff.byCode.of(code)
  const find = () => staff.byCode.load(code)
  useEffect(() => {
    setTitle(staffText.verifyTitle)
    void staff.byCode.load(code)
  }, [staff, code])

  if (!found.value) return <Missing loaded={found} shape="order" onRetry={() => void find()} />
  const order = found.value
  return (
    <View>
      <Verdict order={order} />
      <Card title={staffText.goodsTitle}>
        <OrderLines order={order} />
      </Card>
      <PickUpFacts order={order} code={code} />
      <AttributionEntry orderId={order._id} />
      <HandOverBar order={order} code={code} />
    </View>
  )
})

/** Whether the goods may be handed over, in words that can be read across a counter. */
function Verdict({ order }: { readonly order: StaffOrder }) {
  const { status, delivery } = order
  const usedAt = momentOf(order, 'verify')
  const isUsable = status === 'paid'
  const words =
    usedAt !== undefined
      ? staffText.usedAt(usedAt, now())
      : isUsable
        ? staffText.usable
        : staffText.unusable(statusText(status, delivery.kind))
  return (
    <View className={classes(styles.verdict, isUsable && styles.usable)} id="verdict">
      {words}
    </View>
  )
}

function PickUpFacts({ order, code }: { readonly order: StaffOrder; readonly code: string }) {
  const { delivery } = order
  return (
    <Card>
      <Row label={staffText.person} value={delivery.name} />
      <Row label={staffText.phone} value={delivery.phone} />
      {delivery.kind === 'pick-up' && <Row label={staffText.store} value={delivery.storeName} />}
      <Row label={staffText.code} value={inFours(code)} />
    </Card>
  )
}

/** The button that uses the code; afterwards the way to the next one. */
const HandOverBar = observer(function HandOverBar({
  order,
  code,
}: {
  readonly order: StaffOrder
  readonly code: string
}) {
  const { staff } = useStores()
  const verify = async () => {
    const refusal = await staff.verify(code)
    toast(refusal ? explain(refusal) : staffText.handedOut)
  }
  return (
    <BottomBar>
      <View className={styles.main}>
        {order.status === 'paid' ? (
          <Button id="hand-over" busy={staff.busyWith === code} onTap={() => void verify()}>
            {staffText.confirmHandOut}
          </Button>
        ) : (
          <Button id="another" kind="plain" onTap={back}>
            {staffText.another}
          </Button>
        )}
      </View>
    </BottomBar>
  )
})
