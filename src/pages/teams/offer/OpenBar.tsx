import { View } from '@tarojs/components'
import type { DealPhase } from '@domain/deals/outlook'
import type { TeamProgress } from '@domain/deals/progress'
import { teamPrice } from '@domain/teams/team'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { teamsText } from '@/text/teams'
import styles from './OpenBar.module.scss'

/** What is on offer, and whether it can be had now. */
export interface OpenBarProps {
  readonly view: TeamProgress
  readonly phase: DealPhase
}

/** Buying alone at the shop's price, or opening a team at its own. */
export function OpenBar({ view, phase }: OpenBarProps) {
  const { deal, product } = view
  const { _id: dealId, productId, skuId } = deal
  return (
    <BottomBar>
      <View className={styles.half}>
        <Button
          kind="plain"
          id="buy-alone"
          onTap={() => {
            open('product', { productId })
          }}
        >
          {teamsText.buyAlone(product.skuPriceFen)}
        </Button>
      </View>
      <View className={styles.half}>
        {phase === 'open' ? (
          <Button
            id="open-team"
            onTap={() => {
              open('checkout', { productId, skuId, quantity: 1, dealId })
            }}
          >
            {teamsText.open(teamPrice(deal, true))}
          </Button>
        ) : (
          <Button id="still" disabled>
            {phase === 'unstarted'
              ? teamsText.starts(deal.startsAt, now())
              : phase === 'over'
                ? teamsText.over
                : teamsText.soldOut}
          </Button>
        )}
      </View>
    </BottomBar>
  )
}
