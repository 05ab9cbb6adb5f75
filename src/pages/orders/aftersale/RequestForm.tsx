import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { OrderView } from '@domain/orders/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { replace } from '@/platform/go'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { afterSaleText, needText } from '@/text/aftersale'
import { explain } from '@/text/failures'
import { money } from '@/text/money'
import { BackSum } from './BackSum'
import { LineChoice } from './LineChoice'
import { Pictures } from './Pictures'
import { ReasonChoice } from './ReasonChoice'
import { Words } from './Words'
import styles from './RequestForm.module.scss'

/** What is to come back, why, and how much that is; staff reads it and answers. */
export function RequestForm({ order }: { readonly order: OrderView }) {
  return (
    <View>
      <Card title={afterSaleText.lines}>
        {order.receipt.lines.map((line, index) => (
          <LineChoice key={line.sku.id} order={order} line={line} index={index} />
        ))}
      </Card>
      <Card title={afterSaleText.reason}>
        <ReasonChoice />
      </Card>
      <Card title={afterSaleText.words}>
        <Words />
        <Pictures />
      </Card>
      <BackSum order={order} />
      <SubmitBar order={order} />
    </View>
  )
}

/** The button with the sum that is asked for. */
const SubmitBar = observer(function SubmitBar({ order }: { readonly order: OrderView }) {
  const { afterSale, orders } = useStores()
  const backFen = afterSale.backFen(order)
  const isEmpty = afterSale.piecesOf(order).length === 0
  const submit = async () => {
    const need = afterSale.needOf(order)
    if (need) {
      toast(needText[need])
      return
    }
    const refusal = await afterSale.request(order)
    toast(refusal ? explain(refusal) : afterSaleText.asked)
    if (refusal) return
    // The request as it lies with the shop now, in place of the form.
    const { _id: orderId } = order
    const no = orders.seen.of(orderId).value?.order.afterSales.length
    replace('aftersale', { orderId, no: String(no) })
  }
  return (
    <BottomBar>
      <View className={styles.submit}>
        <Button id="submit-request" busy={afterSale.busy} onTap={() => void submit()}>
          {isEmpty ? afterSaleText.submitNothing : afterSaleText.submit(money(backFen))}
        </Button>
      </View>
    </BottomBar>
  )
})
