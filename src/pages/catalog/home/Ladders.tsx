import { View } from '@tarojs/components'
import type { DealProgress } from '@domain/groupbuy/contract'
import { now } from '@/platform/clock'
import { phaseOf } from '@domain/groupbuy/outlook'
import { catalogText } from '@/text/catalog'
import { DealCard } from './DealCard'
import { HeroDeal } from './HeroDeal'
import styles from './Deals.module.scss'

/** The ladders of now. */
export interface DealsProps {
  readonly deals: readonly DealProgress[]
  readonly onTimeOver: () => void
}

/** The ladder of the day, large, and the others below it: first those that one can join. */
export function Deals({ deals, onTimeOver }: DealsProps) {
  const canJoin = (deal: DealProgress) => phaseOf(deal, now()) === 'open'
  const ordered = [...deals.filter(canJoin), ...deals.filter((deal) => !canJoin(deal))]
  const [first, ...others] = ordered
  if (!first) return null
  const hero = canJoin(first) ? first : undefined
  const rest = hero ? others : ordered
  return (
    <View>
      {hero && <HeroDeal view={hero} onTimeOver={onTimeOver} />}
      {hero && rest.length > 0 && <View className={styles.title}>{catalogText.moreDeals}</View>}
      {rest.map((deal) => (
        <DealCard key={deal.deal._id} view={deal} onTimeOver={onTimeOver} />
      ))}
    </View>
  )
}
