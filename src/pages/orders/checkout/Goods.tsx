import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { MOST_PIECES } from '@domain/orders/order'
import { piecesOf, unitFen, type Receipt } from '@domain/orders/receipt'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { Stepper } from '@/components/Stepper'
import { useStores } from '@/stores/root'
import { checkoutText } from '@/text/checkout'
import { LineHead } from '../receipt/LineHead'
import { Note } from './Note'
import styles from './index.module.scss'

/** What is bought, and how many pieces its deal still gives; undefined without a deal. */
export interface GoodsProps {
  readonly receipt: Receipt
  readonly takeable: number | undefined
}

/** The goods with their count, which a purchase of one product can still change, and a note. */
export const Goods = observer(function Goods({ receipt, takeable = MOST_PIECES }: GoodsProps) {
  const { checkout } = useStores()
  const { quantity } = checkout
  const most = Math.max(1, Math.min(checkout.most, takeable))
  return (
    <Card>
      {receipt.lines.map((line) => (
        <LineHead
          key={line.sku.id}
          line={line}
          aside={
            <View>
              <Price fen={unitFen(line)} plain />
              {quantity === undefined && (
                <View className={styles.times}>{`× ${line.quantity}`}</View>
              )}
            </View>
          }
        />
      ))}
      <View className={styles.count}>
        <View className={styles.countLabel}>
          {quantity === undefined
            ? checkoutText.pieces(piecesOf(receipt.lines))
            : checkoutText.count}
        </View>
        {quantity !== undefined && (
          <View className={styles.stepper}>
            {quantity >= most && (
              <View className={styles.limit}>
                {checkoutText.limit(most, receipt.lines[0]?.product.unit ?? '')}
              </View>
            )}
            <Stepper
              value={quantity}
              most={most}
              onChange={(count) => void checkout.setQuantity(count)}
            />
          </View>
        )}
      </View>
      <Note />
    </Card>
  )
})
