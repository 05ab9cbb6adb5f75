import { View } from '@tarojs/components'
import type { LiveGoods } from '@domain/live/contract'
import { goodsState } from '@domain/live/outlook'
import type { LiveStatus } from '@domain/live/room'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { money } from '@/text/money'
import { goodsStateText, roomText } from '@/text/liveRoom'
import { blinkOf } from './blink'
import styles from './Explained.module.scss'
import { goodsName } from '../goodsName'

/** What the host talks about. */
export interface ExplainedProps {
  readonly goods: LiveGoods | undefined
  readonly status: LiveStatus
  /** How often its price moved while it was looked at. */
  readonly moves: number
  readonly onLook: (goods: LiveGoods) => void
  readonly onBuy: (goods: LiveGoods) => void
}

/** What is explained now, large; the next one takes the place of the one before. */
export function Explained(props: ExplainedProps) {
  const { goods } = props
  return (
    <Card id="explaining">
      {goods ? (
        <Goods {...props} goods={goods} />
      ) : (
        <View>
          <View className={styles.waits}>{roomText.waitsTitle}</View>
          <View className={styles.note}>{roomText.waits}</View>
        </View>
      )}
    </Card>
  )
}

function Goods({ goods, status, moves, onLook, onBuy }: ExplainedProps & { goods: LiveGoods }) {
  const { product, priceFen, left, perMember } = goods
  const state = goodsState(goods, status)
  return (
    <View>
      <View
        className={styles.line}
        onClick={() => {
          onLook(goods)
        }}
      >
        <View className={styles.picture}>
          <Picture file={product.picture} tint={product.categoryId} size="fill" />
        </View>
        <View className={styles.words}>
          <View className={styles.label}>{roomText.explaining}</View>
          <View className={styles.name} id="explained-name">
            {goodsName(goods)}
          </View>
          <View className={styles.note}>{product.subtitle}</View>
          <View className={classes(styles.prices, blinkOf(moves))} id="explained-price">
            <Price fen={priceFen} size="hero" />
            <Price fen={product.skuPriceFen} size="note" struck />
          </View>
          <View className={styles.left} id="explained-left">
            {`${roomText.left(left, product.unit)}，${roomText.limit(perMember, product.unit)}`}
          </View>
        </View>
      </View>
      <Button
        id="buy"
        disabled={state !== 'open'}
        onTap={() => {
          onBuy(goods)
        }}
      >
        {state === 'open' ? roomText.buyAt(money(priceFen)) : goodsStateText[state]}
      </Button>
    </View>
  )
}
