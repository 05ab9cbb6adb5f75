import { View } from '@tarojs/components'
import type { FlashProgress } from '@domain/deals/progress'
import {
  sessionAfter,
  sessionInFront,
  sessionPhase,
  shelvesOf,
  type FlashShelf,
  type SessionPhase,
} from '@domain/flashsale/outlook'
import { Countdown } from '@/components/Countdown'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { StockBar } from '@/components/StockBar'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { soldOutText } from '@/text/flashsale'
import { flashNextText, homeText } from '@/text/home'
import styles from './FlashStrip.module.scss'

/** Everything sold in flash sales now and next. */
export interface FlashStripProps {
  readonly items: readonly FlashProgress[]
  readonly onTimeOver: () => void
}

/** As many as stand beside each other; the page of the sessions has them all. */
const MOST_ITEMS = 3

/** The flash sale that runs, or the next one: its time, and what there is in it. */
export function FlashStrip({ items, onTimeOver }: FlashStripProps) {
  const shelves = shelvesOf(items)
  const shelf = sessionInFront(shelves, now(), ({ isForAll }) => isForAll)
  if (!shelf) return null
  const forAll = shelves.filter(({ isForAll }) => isForAll)
  const phase = sessionPhase(shelf, now())
  const toSessions = () => {
    open('sessions', { saleId: shelf.saleId })
  }
  return (
    <View className={styles.strip} id="flash" onClick={toSessions}>
      <View className={styles.head}>
        <View className={styles.title}>{homeText.flash}</View>
        {!shelf.isForAll && <Tag tone="amber">{homeText.flashFor}</Tag>}
        <View className={styles.time}>
          <Time shelf={shelf} phase={phase} onTimeOver={onTimeOver} />
        </View>
        <View className={styles.all}>{homeText.flashAll}</View>
      </View>
      {phase === 'soldOut' && (
        <View className={styles.soldOut}>
          {soldOutText(sessionAfter(shelf, forAll, now())?.startsAt, now())}
        </View>
      )}
      <View className={styles.items}>
        {shelf.items.slice(0, MOST_ITEMS).map((item) => (
          <Item key={item.deal._id} item={item} isComing={phase === 'unstarted'} />
        ))}
      </View>
    </View>
  )
}

interface TimeProps {
  readonly shelf: FlashShelf
  readonly phase: SessionPhase
  readonly onTimeOver: () => void
}

function Time({ shelf, phase, onTimeOver }: TimeProps) {
  const { startsAt, endsAt } = shelf
  const isComing = phase === 'unstarted'
  return (
    <Countdown
      key={phase}
      until={isComing ? startsAt : endsAt}
      now={now}
      onEnd={onTimeOver}
      format={isComing ? () => flashNextText(startsAt, now()) : homeText.endsIn}
    />
  )
}

interface ItemProps {
  readonly item: FlashProgress
  readonly isComing: boolean
}

function Item({ item: { deal, product, left }, isComing }: ItemProps) {
  return (
    <View className={styles.item} id={`flash-${deal.productId}`}>
      <Picture file={product.picture} tint={product.categoryId} size="medium" />
      <View className={styles.name}>{product.name}</View>
      <View className={styles.prices}>
        <Price fen={deal.priceFen} />
        <Price fen={product.skuPriceFen} size="note" struck />
      </View>
      {isComing ? (
        <View className={styles.left}>{homeText.toCome(deal.stock)}</View>
      ) : (
        <View>
          <StockBar left={left} stock={deal.stock} />
          <View className={styles.left}>{homeText.left(left)}</View>
        </View>
      )}
    </View>
  )
}
