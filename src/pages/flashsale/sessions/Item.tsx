import { View } from '@tarojs/components'
import { dealPhase, type DealPhase } from '@domain/deals/outlook'
import type { FlashProgress } from '@domain/deals/progress'
import { Button } from '@/components/Button'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { StockBar } from '@/components/StockBar'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { flashsaleText } from '@/text/flashsale'
import styles from './Item.module.scss'

/** Something sold in a session. */
export interface ItemProps {
  readonly item: FlashProgress
  /** Whether the caller belongs to those for whom the session is. */
  readonly isIn: boolean
}

/** One thing of a session: its price, what is left of it, how many one may have, and buying it. */
export function Item({ item, isIn }: ItemProps) {
  const { deal, product, left } = item
  const phase = dealPhase(item, now())
  return (
    <View className={styles.item} id={`item-${deal.productId}`}>
      <View
        onClick={() => {
          open('product', { productId: deal.productId })
        }}
      >
        <Picture file={product.picture} tint={product.categoryId} size="large" />
      </View>
      <View className={styles.words}>
        <View className={styles.name}>{nameOf(item)}</View>
        <View className={styles.stock}>
          {phase === 'unstarted' ? (
            flashsaleText.toCome(deal.stock, product.unit)
          ) : (
            <View>
              <StockBar left={left} stock={deal.stock} />
              <View className={styles.left}>{flashsaleText.left(left, deal.stock)}</View>
            </View>
          )}
        </View>
        <View className={styles.limit}>{flashsaleText.limit(deal.perMember, product.unit)}</View>
        <View className={styles.foot}>
          <View className={styles.prices}>
            <Price fen={deal.priceFen} size="title" />
            <Price fen={product.skuPriceFen} size="note" struck />
          </View>
          <View className={styles.go}>
            <BuyButton item={item} phase={phase} isIn={isIn} />
          </View>
        </View>
      </View>
    </View>
  )
}

const nameOf = ({ product }: FlashProgress): string =>
  product.skuName === '' ? product.name : `${product.name} ${product.skuName}`

function BuyButton({ item, phase, isIn }: ItemProps & { readonly phase: DealPhase }) {
  const { _id: dealId, productId, skuId } = item.deal
  const stillWords = isIn || phase !== 'open' ? words[phase] : flashsaleText.notIn
  return (
    <Button
      id={`buy-${productId}`}
      disabled={phase !== 'open' || !isIn}
      onTap={() => {
        open('checkout', { productId, skuId, quantity: 1, dealId })
      }}
    >
      {stillWords}
    </Button>
  )
}

const words: Readonly<Record<DealPhase, string>> = {
  unstarted: flashsaleText.notYet,
  open: flashsaleText.buy,
  soldOut: flashsaleText.soldOut,
  over: flashsaleText.ended,
}
