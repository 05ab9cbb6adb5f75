import { View } from '@tarojs/components'
import type { OrderView } from '@domain/orders/contract'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { benefitTexts } from '@/text/benefits'
import { ordersText } from '@/text/orders'

/** What the order took of coupons and points, what came back of it, and what it brings. */
export function Benefits({ order }: { readonly order: OrderView }) {
  const texts = benefitTexts(order)
  return (
    <View>
      {texts.length > 0 && (
        <Card title={ordersText.benefits}>
          {texts.map(({ id, label, value, tone }) => (
            <View key={id} id={id}>
              <Row label={label} value={value} {...(tone ? { tone } : {})} />
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
