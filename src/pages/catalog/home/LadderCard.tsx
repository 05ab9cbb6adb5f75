import { View } from '@tarojs/components'
import { ladderPrice } from '@domain/groupbuy/ladder'
import type { LadderProgress } from '@domain/deals/progress'
import { Countdown } from '@/components/Countdown'
import { Picture } from '@/components/Picture'
import { Pill } from '@/components/Pill'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { peopleOf, phaseOf, type Phase } from '@domain/groupbuy/outlook'
import { catalogText } from '@/text/catalog'
import { closedText, groupbuyText } from '@/text/groupbuy'
import { NextStep } from '../NextStep'
import styles from './LadderCard.module.scss'

/** A ladder at any moment of its life. */
export interface LadderCardProps {
  readonly view: LadderProgress
  readonly onTimeOver: () => void
}

/** A ladder in a few lines; a tap opens it. */
export function LadderCard({ view, onTimeOver }: LadderCardProps) {
  const { deal, product } = view
  const phase = phaseOf(view, now())
  const people = peopleOf(view)
  const { ladder, outcome } = deal
  const isUnformed = outcome?.finalPriceFen === null
  const priceFen = outcome?.finalPriceFen ?? ladderPrice(ladder, people)
  return (
    <View
      className={styles.deal}
      id={`deal-${deal._id}`}
      onClick={() => {
        open('ladder', { dealId: deal._id })
      }}
    >
      <Picture file={product.picture} tint={product.categoryId} size="medium" />
      <View className={styles.words}>
        <View className={styles.name}>{product.name}</View>
        <View className={styles.state}>
          {phase === 'open' ? (
            <NextStep ladder={ladder} people={people} />
          ) : (
            <Tag tone={phase === 'settled' && !isUnformed ? 'leaf' : 'plain'}>
              {isUnformed ? catalogText.unformed : groupbuyText.phases[phase]}
            </Tag>
          )}
        </View>
        <View className={styles.foot}>
          <View className={styles.prices}>
            {outcome && !isUnformed && <View className={styles.label}>{catalogText.final}</View>}
            <Price fen={priceFen} plain={phase !== 'open'} />
            {priceFen < ladder.basePriceFen && (
              <View className={styles.base}>
                <Price fen={ladder.basePriceFen} size="note" struck />
              </View>
            )}
          </View>
          <Pill words={catalogText.actions[phase]} />
        </View>
        <View className={styles.time}>
          <Time phase={phase} view={view} onTimeOver={onTimeOver} />
        </View>
      </View>
    </View>
  )
}

function Time({ phase, view, onTimeOver }: LadderCardProps & { readonly phase: Phase }) {
  const { deal } = view
  if (phase === 'unstarted') {
    return (
      <Countdown until={deal.startsAt} now={now} onEnd={onTimeOver} format={catalogText.startsIn} />
    )
  }
  if (phase === 'open' || phase === 'soldOut') {
    return <Countdown until={deal.endsAt} now={now} onEnd={onTimeOver} />
  }
  return <>{closedText[phase]}</>
}
