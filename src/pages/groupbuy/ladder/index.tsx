import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import type { DealId } from '@domain/ids'
import { Missing } from '@/components/Missing'
import { PosterEntry } from '@/components/PosterEntry'
import { RuleList } from '@/components/RuleList'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { addressOf, usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { groupbuyText, rulesText } from '@/text/groupbuy'
import { DealHead } from './DealHead'
import { JoinBar } from './JoinBar'
import { OwnJoins } from './OwnJoins'
import { peopleOf, phaseOf } from '@domain/groupbuy/outlook'
import { Progress } from './Progress'
import { RecentJoins } from './RecentJoins'
import { Truth } from './Truth'
import styles from './index.module.scss'

/** How often to look who has joined: soon while people come, seldom while nobody does. */
const PACE = { fromSeconds: 3, toSeconds: 15 }

/** The ladder deal: what it costs now, how far down it has walked, and what everybody pays. */
export default observer(function LadderPage() {
  const { dealId = '' } = usePageValues()
  const { groupbuy } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = groupbuy.ladders.of(dealId)
  const view = loaded.value
  const phase = view && phaseOf(view, now())
  const load = () => groupbuy.ladders.load(dealId)

  const target = { kind: 'deal', id: dealId as DealId } as const

  useEffect(() => {
    if (visible) void groupbuy.ladders.load(dealId)
  }, [visible, dealId, groupbuy])
  usePoll(view && phase !== 'settled' ? () => groupbuy.ladders.refresh(dealId) : undefined, PACE)
  usePullToRefresh(load)
  const sharing = useSharing(
    () => ({
      title: view
        ? groupbuyText.shareTitle(view.product.name, peopleOf(view), view.deal.ladder)
        : groupbuyText.ladderTitle,
      address: addressOf('ladder', { dealId }),
      target,
    }),
    { toMoments: true },
  )

  if (!view || !phase) return <Missing loaded={loaded} shape="ladder" onRetry={() => void load()} />
  const onTimeOver = () => {
    lookAtTheClock()
    void groupbuy.ladders.refresh(dealId)
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <DealHead view={view} phase={phase} />
      <Progress view={view} phase={phase} onTimeOver={onTimeOver} />
      <View>
        <OwnJoins view={view} />
      </View>
      <View>
        {(phase === 'open' || phase === 'soldOut' || phase === 'unstarted') && (
          <Truth view={view} />
        )}
      </View>
      <RecentJoins recent={view.recent} now={now()} />
      <RuleList
        title={groupbuyText.rulesTitle}
        rules={rulesText(view.deal, view.product.unit, now())}
      />
      <PosterEntry target={target} />
      <JoinBar
        view={view}
        phase={phase}
        takeable={groupbuy.takeable(dealId)}
        ownUnpaid={groupbuy.ownUnpaid(dealId)}
        sharing={sharing}
      />
    </View>
  )
})
