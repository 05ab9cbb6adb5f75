import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProductFigures } from '@domain/live/review'
import { Card } from '@/components/Card'
import { money } from '@/text/money'
import { reviewText } from '@/text/review'
import { productName } from '@/text/reviewTable'
import { Bar } from './Bar'
import styles from './Rows.module.scss'

/** Products that are shown at first; the others come by a tap. */
const SHOWN = 8

/** What each product did, the one that brought most first. */
export function Products({ products }: { readonly products: readonly ProductFigures[] }) {
  const [isWhole, setWhole] = useState(false)
  const sorted = [...products].sort((one, other) => other.paidFen - one.paidFen)
  const most = sorted[0]?.paidFen ?? 0
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN)
  return (
    <Card title={reviewText.products} id="products">
      <View>
        {sorted.length === 0 && <View className={styles.none}>{reviewText.noMinutes}</View>}
      </View>
      {shown.map((product) => (
        <View
          key={`${product.dealId ?? 'shelf'} ${product.productId}`}
          className={styles.row}
          id={`figures-${product.dealId ?? product.productId}`}
        >
          <View className={styles.head}>
            <View className={styles.name}>{productName(product)}</View>
            <View className={styles.figure}>{money(product.paidFen)}</View>
          </View>
          <Bar is={product.paidFen} most={most} />
          <View className={styles.note}>
            {[
              reviewText.product(product),
              ...(product.refundedFen > 0 ? [reviewText.refunded(product.refundedFen)] : []),
            ].join(' · ')}
          </View>
        </View>
      ))}
      <View>
        {sorted.length > shown.length && (
          <View
            className={styles.more}
            id="more-products"
            ariaRole="button"
            onClick={() => {
              setWhole(true)
            }}
          >
            {reviewText.more(sorted.length - shown.length)}
          </View>
        )}
      </View>
    </Card>
  )
}
