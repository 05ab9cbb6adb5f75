import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { piecesLeft } from '@domain/aftersale/afterSale'
import type { OrderView } from '@domain/orders/contract'
import type { PricedLine } from '@domain/orders/receipt'
import { Stepper } from '@/components/Stepper'
import { useStores } from '@/stores/root'
import { afterSaleText } from '@/text/aftersale'
import { LineHead } from '../receipt/LineHead'
import styles from './LineChoice.module.scss'

/** A line of the order, of which some pieces may come back. */
export interface LineChoiceProps {
  readonly order: OrderView
  readonly line: PricedLine
  readonly index: number
}

/** A line with its count of pieces to give back, from none to what is left of it. */
export function LineChoice({ order, line, index }: LineChoiceProps) {
  const left = piecesLeft(order, index)
  return (
    <View className={styles.choice}>
      <LineHead line={line} aside={`×${line.quantity}`} />
      <View className={styles.count}>
        <View className={styles.left}>
          {left > 0 ? afterSaleText.left(left) : afterSaleText.allAsked}
        </View>
        {left > 0 && <Count order={order} index={index} left={left} />}
      </View>
    </View>
  )
}

interface CountProps {
  readonly order: OrderView
  readonly index: number
  readonly left: number
}

const Count = observer(function Count({ order, index, left }: CountProps) {
  const { afterSale } = useStores()
  return (
    <Stepper
      of={String(index)}
      value={afterSale.countOf(order, index)}
      least={0}
      most={left}
      onChange={(count) => {
        afterSale.setCount(index, count)
      }}
    />
  )
})
