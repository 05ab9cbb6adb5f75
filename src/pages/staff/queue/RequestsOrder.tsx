import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { AfterSale } from '@domain/aftersale/afterSale'
import type { StaffOrder } from '@domain/fulfilment/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { confirm, toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { money } from '@/text/money'
import { approveQuestion, staffText } from '@/text/staff'
import { Head } from './Head'
import { RefusalSheet } from './RefusalSheet'
import { RequestCase } from './RequestCase'
import styles from './RequestsOrder.module.scss'

/** An order with requests for money back that wait for their answers. */
export function RequestsOrder({ order }: { readonly order: StaffOrder }) {
  return (
    <Card>
      <Head order={order} />
      {order.afterSales
        .filter(({ status }) => status === 'requested')
        .map((asked) => (
          <View key={asked.no} className={styles.request}>
            <RequestCase order={order} asked={asked} />
            <Answering order={order} asked={asked} />
          </View>
        ))}
    </Card>
  )
}

interface AnsweringProps {
  readonly order: StaffOrder
  readonly asked: AfterSale
}

/** Granting a request, or refusing it with a reason. */
const Answering = observer(function Answering({ order, asked }: AnsweringProps) {
  const { staff } = useStores()
  const [refusing, setRefusing] = useState(false)
  const { _id: orderId } = order
  const { no } = asked
  const busy = staff.busyWith === orderId
  const answer = async (verdict: 'approve' | 'refuse', words: string) => {
    const refusal = await staff.answer(orderId, { no, verdict, words })
    const done = verdict === 'approve' ? staffText.approved : staffText.refused
    toast(refusal ? explain(refusal) : done)
  }
  const approve = async () => {
    if (await confirm(approveQuestion(money(asked.goodsFen)))) await answer('approve', '')
  }
  return (
    <View>
      <View className={styles.answers}>
        <View className={styles.side}>
          <Button
            kind="quiet"
            id={`refuse-${orderId}-${no}`}
            disabled={busy}
            onTap={() => {
              setRefusing(true)
            }}
          >
            {staffText.refuse}
          </Button>
        </View>
        <View className={styles.main}>
          <Button
            kind="plain"
            id={`approve-${orderId}-${no}`}
            busy={busy}
            onTap={() => void approve()}
          >
            {staffText.approve}
          </Button>
        </View>
      </View>
      <RefusalSheet
        open={refusing}
        onClose={() => {
          setRefusing(false)
        }}
        onRefuse={(words) => {
          setRefusing(false)
          void answer('refuse', words)
        }}
      />
    </View>
  )
})
