import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useReducer } from 'react'
import { dealPhase } from '@domain/deals/outlook'
import type { TeamId } from '@domain/ids'
import { teamPhase } from '@domain/teams/outlook'
import { Missing } from '@/components/Missing'
import { PosterEntry } from '@/components/PosterEntry'
import { RuleList } from '@/components/RuleList'
import { Stale } from '@/components/Stale'
import { now } from '@/platform/clock'
import { addressOf, open, usePageValues } from '@/platform/go'
import { toast } from '@/platform/notice'
import { usePoll } from '@/platform/poll'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { explain } from '@/text/failures'
import { teamRules, teamsText } from '@/text/teams'
import { GoodsCard } from '../GoodsCard'
import { JoinBar } from './JoinBar'
import { Own } from './Own'
import { Prices } from './Prices'
import { Refused } from './Refused'
import { State } from './State'
import styles from './index.module.scss'

/** How often to look who has come: soon while people come, seldom while nobody does. */
const PACE = { fromSeconds: 3, toSeconds: 15 }

/** A team: who is in, who is missing and until when, and a seat for whoever opens it. */
export default observer(function TeamPage() {
  const { teamId = '' } = usePageValues()
  const { teams } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = teams.teams.of(teamId)
  const view = loaded.value
  const phase = view && teamPhase(view.team, now())
  const load = () => teams.teams.load(teamId)
  const isDecided = phase === 'formed' || phase === 'failed'

  const target = { kind: 'team', id: teamId as TeamId } as const

  useEffect(() => {
    if (visible) void teams.teams.load(teamId)
  }, [visible, teamId, teams])
  usePoll(view && !isDecided ? () => teams.teams.refresh(teamId) : undefined, PACE)
  usePullToRefresh(load)
  const sharing = useSharing(
    () => ({
      title: view
        ? teamsText.shareTitle(view.product.name, view.team.missing, view.deal.priceFen)
        : teamsText.teamTitle,
      address: addressOf('team', { teamId }),
      target,
    }),
    { toMoments: true },
  )

  if (!view || !phase) return <Missing loaded={loaded} shape="ladder" onRetry={() => void load()} />
  const { deal, team, own } = view
  const refusal = teams.refusal(teamId)
  const join = async () => {
    const refused = await teams.askSeat(teamId, view)
    if (refused && !teams.refusal(teamId)) toast(explain(refused))
    if (refused) return
    open('checkout', {
      productId: deal.productId,
      skuId: deal.skuId,
      quantity: 1,
      dealId: deal._id,
      teamId,
    })
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <GoodsCard
        view={view}
        id="goods"
        onTap={() => {
          open('offer', { dealId: deal._id })
        }}
      >
        <Prices view={view} />
      </GoodsCard>
      <View>{refusal && <Refused refusal={refusal} />}</View>
      <State
        team={team}
        phase={phase}
        onTimeOver={() => {
          lookAtTheClock()
          void teams.teams.refresh(teamId)
        }}
      />
      <View>{own && <Own own={own} phase={phase} />}</View>
      <RuleList title={teamsText.rulesTitle} rules={teamRules(deal, view.product.unit, now())} />
      <PosterEntry target={target} />
      <JoinBar
        view={view}
        phase={phase}
        isJoinable={phase === 'open' && !refusal && dealPhase(view, now()) === 'open'}
        isAsking={teams.isAsking(teamId)}
        sharing={sharing}
        onJoin={() => void join()}
      />
    </View>
  )
})
