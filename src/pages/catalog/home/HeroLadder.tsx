import { View } from '@tarojs/components'
import { ladderPrice } from '@domain/groupbuy/ladder'
import type { LadderProgress } from '@domain/deals/progress'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Staircase } from '@/components/Staircase'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import { truthText } from '@/text/groupbuy'
import { NextStep } from '../NextStep'
import styles from './HeroLadder.module.scss'

/** A ladder that can be joined now. */
export interface HeroLadderProps {
  readonly view: LadderProgress
  readonly onTimeOver: () => void
}

/** The ladder of the day: what it costs now, how far it has walked down, and one way in. */
export function HeroLadder({ view, onTimeOver }: HeroLadderProps) {
  const { deal, product, people } = view
  const { ladder } = deal
  const priceFen = ladderPrice(ladder, people)
  const join = () => {
    open('ladder', { dealId: deal._id })
  }
  return (
    <Card>
      <View className={styles.head} id={`deal-${deal._id}`} onClick={join}>
        <Picture file={product.picture} tint={product.categoryId} size="large" />
        <View className={styles.words}>
          <View className={styles.name}>{product.name}</View>
          <View className={styles.subtitle}>{product.subtitle}</View>
          <View className={styles.tags}>
            <Tag tone="cherry">{catalogText.ladder}</Tag>
            <View className={styles.joined}>{catalogText.joined(people)}</View>
          </View>
          <View className={styles.prices}>
            <View className={styles.now}>{catalogText.now}</View>
            <Price fen={priceFen} size="hero" />
            {priceFen < ladder.basePriceFen && (
              <View className={styles.base}>
                <Price fen={ladder.basePriceFen} struck />
              </View>
            )}
          </View>
        </View>
      </View>
      <View className={styles.line}>
        <NextStep ladder={ladder} people={people} />
        <View className={styles.time}>
          <Countdown until={deal.endsAt} now={now} onEnd={onTimeOver} />
        </View>
      </View>
      <Staircase ladder={ladder} people={people} size="hero" />
      <View className={styles.truth}>{truthText(priceFen)}</View>
      <Button id="join" onTap={join}>
        {catalogText.actions.open}
      </Button>
    </Card>
  )
}
