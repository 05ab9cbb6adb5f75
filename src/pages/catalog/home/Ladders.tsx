import { View } from '@tarojs/components'
import type { LadderProgress } from '@domain/deals/progress'
import { now } from '@/platform/clock'
import { phaseOf } from '@domain/groupbuy/outlook'
import { catalogText } from '@/text/catalog'
import { LadderCard } from './LadderCard'
import { HeroLadder } from './HeroLadder'
import styles from './Ladders.module.scss'

/** The ladders of now. */
export interface LaddersProps {
  readonly deals: readonly LadderProgress[]
  readonly onTimeOver: () => void
}

/** The ladder of the day, large, and the others below it: first those that one can join. */
export function Ladders({ deals, onTimeOver }: LaddersProps) {
  const canJoin = (deal: LadderProgress) => phaseOf(deal, now()) === 'open'
  const ordered = [...deals.filter(canJoin), ...deals.filter((deal) => !canJoin(deal))]
  const [first, ...others] = ordered
  if (!first) return null
  const hero = canJoin(first) ? first : undefined
  const rest = hero ? others : ordered
  return (
    <View>
      {hero && <HeroLadder view={hero} onTimeOver={onTimeOver} />}
      {hero && rest.length > 0 && <View className={styles.title}>{catalogText.moreDeals}</View>}
      {rest.map((deal) => (
        <LadderCard key={deal.deal._id} view={deal} onTimeOver={onTimeOver} />
      ))}
    </View>
  )
}
