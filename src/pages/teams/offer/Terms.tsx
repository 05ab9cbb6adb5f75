import { View } from '@tarojs/components'
import type { DealPhase } from '@domain/deals/outlook'
import type { TeamProgress } from '@domain/deals/progress'
import { subtract } from '@domain/money'
import { teamPrice } from '@domain/teams/team'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { now } from '@/platform/clock'
import { preSaleText } from '@/text/preSale'
import { teamsText } from '@/text/teams'
import styles from './Terms.module.scss'

/** What is on offer, and where it stands. */
export interface TermsProps {
  readonly view: TeamProgress
  readonly phase: DealPhase
}

/** Together or alone: the two prices side by side, what is left, and until when. */
export function Terms({ view, phase }: TermsProps) {
  const { deal, product, left } = view
  const leadsFen = teamPrice(deal, true)
  const savedFen = subtract(product.skuPriceFen, deal.priceFen)
  return (
    <Card>
      <View className={styles.prices}>
        <View className={styles.side} id="alone-price">
          <View className={styles.label}>{teamsText.alone}</View>
          <Price fen={product.skuPriceFen} size="title" plain />
        </View>
        <View className={styles.side} id="team-price">
          <View className={styles.label}>{teamsText.together(deal.people)}</View>
          <Price fen={deal.priceFen} size="title" plain />
        </View>
        {leadsFen < deal.priceFen && (
          <View className={styles.side} id="leader-price">
            <View className={styles.label}>{teamsText.asLeader}</View>
            <Price fen={leadsFen} size="title" plain />
          </View>
        )}
      </View>
      <View className={styles.facts}>
        {savedFen > 0 && <View>{teamsText.saves(savedFen)}</View>}
        <View>{teamsText.left(left, product.unit)}</View>
        <View>
          {phase === 'unstarted'
            ? teamsText.starts(deal.startsAt, now())
            : teamsText.ends(deal.endsAt, now())}
        </View>
        {deal.shipsAt !== undefined && <View id="pre-sale">{preSaleText.truth(deal.shipsAt)}</View>}
      </View>
    </Card>
  )
}
