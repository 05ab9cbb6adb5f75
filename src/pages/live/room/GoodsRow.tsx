import { View } from '@tarojs/components'
import { memo } from 'react'
import type { LiveGoods } from '@domain/live/contract'
import type { GoodsState } from '@domain/live/outlook'
import { Button } from '@/components/Button'
import { classes } from '@/components/classes'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { goodsStateText, roomText } from '@/text/liveRoom'
import { blinkOf } from './blink'
import { goodsName } from '../goodsName'
import styles from './GoodsRow.module.scss'

/** Something that is sold in a room. */
export interface GoodsRowProps {
  readonly goods: LiveGoods
  readonly state: GoodsState
  /** What became of it in the run-of-show, in a word; empty where nothing did yet. */
  readonly word: string
  /**
   * A backup lies in its place unseen until it is brought in, which then costs no more than a
   * class.
   */
  readonly isShown: boolean
  readonly moves: number
  readonly onLook: (goods: LiveGoods) => void
  readonly onBuy: (goods: LiveGoods) => void
}

/** Finds the rows that are drawn and can be seen. */
export const rowSelector = `.${styles.shown}`

/** One row of all that is sold. It stays as it is while others move. */
export const GoodsRow = memo(function GoodsRow(props: GoodsRowProps) {
  const { goods, state, word, isShown, moves, onLook, onBuy } = props
  const { dealId, product, priceFen, left } = goods
  return (
    <View
      className={classes(styles.row, isShown ? styles.shown : styles.away)}
      id={`goods-${dealId}`}
    >
      <View
        onClick={() => {
          onLook(goods)
        }}
      >
        <Picture file={product.picture} tint={product.categoryId} size="medium" />
      </View>
      <View className={styles.words}>
        <View className={styles.name}>{goodsName(goods)}</View>
        <View className={styles.facts}>
          <View>{roomText.left(left, product.unit)}</View>
          <View className={styles.word}>{word}</View>
        </View>
        <View className={styles.foot}>
          <View className={classes(styles.prices, blinkOf(moves))}>
            <Price fen={priceFen} size="title" />
            <Price fen={product.skuPriceFen} size="note" struck />
          </View>
          <View className={styles.go}>
            <Button
              kind="plain"
              id={`buy-${dealId}`}
              disabled={state !== 'open'}
              onTap={() => {
                onBuy(goods)
              }}
            >
              {goodsStateText[state]}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
})
