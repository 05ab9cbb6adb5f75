import { View } from '@tarojs/components'
import type { LadderOrder, OrderDeal, TeamOrder } from '@domain/orders/order'
import type { TeamCard } from '@domain/teams/contract'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Row } from '@/components/Row'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { money } from '@/text/money'
import { ordersText } from '@/text/orders'
import { when } from '@/text/when'
import styles from './DealState.module.scss'

/** The group-buy that an order belongs to. */
export interface DealStateProps {
  readonly deal: OrderDeal
  readonly team: TeamCard | null
  /** Only who paid is on the statement. */
  readonly joined: boolean
}

/** How the group-buy stands, and the way to it. A flash sale needs no telling: it is bought. */
export function DealState({ deal, team, joined }: DealStateProps) {
  if (deal.kind === 'ladder') return <Ladder deal={deal} joined={joined} />
  if (deal.kind === 'team' && team) return <Team deal={deal} team={team} />
  return null
}

function Ladder({ deal, joined }: { readonly deal: LadderOrder; readonly joined: boolean }) {
  const { id: dealId, settled, endsAt } = deal
  return (
    <Card title={ordersText.ladder}>
      <Row label={ordersText.paidUnit} value={money(deal.unitFen)} />
      {settled ? (
        <Row
          label={ordersText.dealFinal}
          value={
            settled.finalPriceFen === null ? ordersText.dealUnformed : money(settled.finalPriceFen)
          }
          tone="leaf"
        />
      ) : (
        <Row
          label={now() < endsAt ? ordersText.dealRunning : ordersText.dealClosed}
          value={ordersText.dealEndsAt(when(endsAt, now()))}
        />
      )}
      <View>{joined && <Row label={ordersText.alias} value={deal.alias} />}</View>
      <View className={styles.links}>
        <Button
          kind="plain"
          id="see-deal"
          onTap={() => {
            open('ladder', { dealId })
          }}
        >
          {ordersText.seeDeal}
        </Button>
        {settled && (
          <Button
            kind="plain"
            id="see-statement"
            onTap={() => {
              open('statement', { dealId })
            }}
          >
            {ordersText.seeStatement}
          </Button>
        )}
      </View>
    </Card>
  )
}

function teamState({ status, missing }: TeamCard): string {
  if (status === 'formed') return ordersText.teamFormed
  return status === 'failed' ? ordersText.teamFailed : ordersText.teamOpen(missing)
}

function Team({ deal, team }: { readonly deal: TeamOrder; readonly team: TeamCard }) {
  const { teamId, status, people, missing, formBefore } = team
  return (
    <Card title={ordersText.team}>
      <View id="team-state">
        <Row
          label={teamState(team)}
          value={ordersText.teamPeople(people - missing, people)}
          {...(status === 'formed' ? { tone: 'leaf' } : {})}
        />
      </View>
      <View>
        {status === 'open' && <Row label={ordersText.teamBefore} value={when(formBefore, now())} />}
      </View>
      <Row label={ordersText.teamAlias} value={deal.alias} />
      <View className={styles.links}>
        <Button
          kind="plain"
          id="see-team"
          onTap={() => {
            open('team', { teamId })
          }}
        >
          {ordersText.seeTeam}
        </Button>
      </View>
    </Card>
  )
}
