import { View } from '@tarojs/components'
import type { TeamCard } from '@domain/teams/contract'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Pill } from '@/components/Pill'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { teamsText } from '@/text/teams'
import styles from './OpenTeams.module.scss'

/** Teams with a free seat: of real people who have paid. */
export interface OpenTeamsProps {
  readonly teams: readonly TeamCard[]
  readonly onTimeOver: () => void
}

/** The teams that one can join right now, soonest over first. */
export function OpenTeams({ teams, onTimeOver }: OpenTeamsProps) {
  return (
    <Card title={teamsText.openTitle}>
      <View className={styles.hint}>
        {teams.length > 0 ? teamsText.openHint : teamsText.openNone}
      </View>
      <View>
        {teams.map((team) => (
          <OpenTeam key={team.teamId} team={team} onTimeOver={onTimeOver} />
        ))}
      </View>
    </Card>
  )
}

interface OpenTeamProps {
  readonly team: TeamCard
  readonly onTimeOver: () => void
}

function OpenTeam({ team, onTimeOver }: OpenTeamProps) {
  const { teamId, seats, missing, formBefore } = team
  const leader = seats.find(({ isLeader }) => isLeader)?.alias ?? ''
  const isOwn = seats.some((seat) => seat.isOwn)
  return (
    <View
      className={styles.team}
      id={`team-${teamId}`}
      ariaRole="button"
      onClick={() => {
        open('team', { teamId })
      }}
    >
      <View className={styles.face}>{leader.slice(0, 1)}</View>
      <View className={styles.words}>
        <View className={styles.leader}>{isOwn ? teamsText.ownTeam : leader}</View>
        <View className={styles.time}>
          <Countdown until={formBefore} now={now} onEnd={onTimeOver} format={teamsText.endsIn} />
        </View>
      </View>
      <View className={styles.missing}>{teamsText.missing(missing)}</View>
      <Pill words={isOwn ? teamsText.seeOwn : teamsText.goJoin} />
    </View>
  )
}
