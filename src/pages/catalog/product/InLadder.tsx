import { View } from '@tarojs/components'
import type { LadderProgress } from '@domain/deals/progress'
import { ladderPrice } from '@domain/groupbuy/ladder'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { peopleOf, phaseOf } from '@domain/groupbuy/outlook'
import { catalogText } from '@/text/catalog'
import { groupbuyText } from '@/text/groupbuy'
import { NextStep } from '../NextStep'
import { PreSale } from './PreSale'
import styles from './InDeal.module.scss'

/** A ladder that the product is in. */
export interface InLadderProps {
  readonly view: LadderProgress
  readonly onTimeOver: () => void
}

/** The ladder of this product in three lines; the button leads to it. */
export function InLadder({ view, onTimeOver }: InLadderProps) {
  const { deal } = view
  const phase = phaseOf(view, now())
  const people = peopleOf(view)
  const isWaiting = phase === 'unstarted'
  return (
    <Card>
      <View className={styles.head}>
        <Tag tone="cherry">{catalogText.ladder}</Tag>
        <View className={styles.joined}>
          {isWaiting ? groupbuyText.phases[phase] : catalogText.joined(people)}
        </View>
        <View className={styles.time}>
          <Countdown
            key={phase}
            until={isWaiting ? deal.startsAt : deal.endsAt}
            now={now}
            onEnd={onTimeOver}
            format={isWaiting ? catalogText.startsIn : groupbuyText.endsIn}
          />
        </View>
      </View>
      <View className={styles.body}>
        <View className={styles.words}>
          <Price fen={ladderPrice(deal.ladder, people)} size="title" />
          <NextStep ladder={deal.ladder} people={people} />
        </View>
        <View className={styles.go}>
          <Button
            kind="plain"
            id={`deal-${deal._id}`}
            onTap={() => {
              open('ladder', { dealId: deal._id })
            }}
          >
            {catalogText.actions[phase]}
          </Button>
        </View>
      </View>
      <PreSale shipsAt={deal.shipsAt} />
    </Card>
  )
}
