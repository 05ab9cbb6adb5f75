import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { MallItem } from '@domain/points/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Picture } from '@/components/Picture'
import { open } from '@/platform/go'
import { confirm, toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { mallPriceText, mallRuleText, mallText } from '@/text/points'
import styles from './Item.module.scss'

/** Something of the mall, and what the caller has to spend. */
export interface ItemProps {
  readonly item: MallItem
  readonly available: number
}

/** One thing of the mall: what it costs, what is left of it, and redeeming it. */
export const Item = observer(function Item({ item, available }: ItemProps) {
  const { points } = useStores()
  const { id, name, left } = item
  // Who owes points has to bring those too.
  const missing = item.points - available
  const redeemCoupon = async () => {
    if (!(await confirm(mallText.question(item)))) return
    const refusal = await points.redeem(id)
    toast(refusal ? explain(refusal) : mallText.redeemed)
  }
  const redeem = () => {
    if (item.kind === 'product') order(item)
    else void redeemCoupon()
  }
  return (
    <Card id={`item-${id}`}>
      <View className={styles.item}>
        {item.kind === 'product' ? (
          <Picture file={item.picture} size="medium" />
        ) : (
          <View className={styles.coupon} />
        )}
        <View className={styles.words}>
          <View className={styles.name}>{name}</View>
          {item.kind === 'coupon' && <View className={styles.fact}>{mallRuleText(item.rule)}</View>}
          <View className={styles.fact}>
            {left > 0 && missing > 0 ? mallText.missing(missing) : mallText.left(left)}
          </View>
          <View className={styles.foot}>
            <View className={styles.price}>{mallPriceText(item)}</View>
            <View className={styles.side}>
              <Button
                id={`redeem-${id}`}
                disabled={left === 0 || missing > 0}
                busy={points.redeeming === id}
                onTap={redeem}
              >
                {left === 0 ? mallText.gone : mallText.redeem}
              </Button>
            </View>
          </View>
        </View>
      </View>
    </Card>
  )
})

/** A product is ordered as a deal: the checkout asks how it gets home, and for cash beside. */
function order({ productId, skuId, dealId }: Extract<MallItem, { kind: 'product' }>): void {
  open('checkout', { productId, skuId, quantity: 1, dealId })
}
