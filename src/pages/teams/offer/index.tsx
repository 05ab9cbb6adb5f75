import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import { dealPhase } from '@domain/deals/outlook'
import type { DealId } from '@domain/ids'
import { Missing } from '@/components/Missing'
import { PosterEntry } from '@/components/PosterEntry'
import { RuleList } from '@/components/RuleList'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { addressOf, open, usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { teamRules, teamsText } from '@/text/teams'
import { GoodsCard } from '../GoodsCard'
import { OpenBar } from './OpenBar'
import { OpenTeams } from './OpenTeams'
import { Terms } from './Terms'
import styles from './index.module.scss'

/** How often to look which teams are open. */
const PACE = { fromSeconds: 5, toSeconds: 30 }

/** A team group-buy: what it costs, the teams that one can join, and opening one's own. */
export default observer(function OfferPage() {
  const { dealId = '' } = usePageValues()
  const { teams } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = teams.offers.of(dealId)
  const view = loaded.value
  const load = () => teams.offers.load(dealId)

  const target = { kind: 'deal', id: dealId as DealId } as const

  useEffect(() => {
    if (visible) void teams.offers.load(dealId)
  }, [visible, dealId, teams])
  usePoll(view ? () => teams.offers.refresh(dealId) : undefined, PACE)
  usePullToRefresh(load)
  useSharing(
    () => ({
      title: view
        ? teamsText.shareOffer(view.product.name, view.deal.people, view.deal.priceFen)
        : teamsText.offerTitle,
      address: addressOf('offer', { dealId }),
      target,
    }),
    { toMoments: true },
  )

  if (!view) return <Missing loaded={loaded} shape="ladder" onRetry={() => void load()} />
  const phase = dealPhase(view, now())
  const onTimeOver = () => {
    lookAtTheClock()
    void teams.offers.refresh(dealId)
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <GoodsCard
        view={view}
        id="goods"
        onTap={() => {
          open('product', { productId: view.product._id })
        }}
      >
        <View className={styles.subtitle}>{view.product.subtitle}</View>
      </GoodsCard>
      <Terms view={view} phase={phase} />
      <OpenTeams teams={view.open} onTimeOver={onTimeOver} />
      <RuleList
        title={teamsText.rulesTitle}
        rules={teamRules(view.deal, view.product.unit, now())}
      />
      <PosterEntry target={target} />
      <OpenBar view={view} phase={phase} />
    </View>
  )
})
