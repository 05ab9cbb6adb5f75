import { Text, View } from '@tarojs/components'
import type { TeamCard } from '@domain/teams/contract'
import { seatsInPayment, type TeamPhase } from '@domain/teams/outlook'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { Countdown } from '@/components/Countdown'
import { now } from '@/platform/clock'
import { teamsText } from '@/text/teams'
import { Seats } from './Seats'
import styles from './State.module.scss'

/** A team and where it stands. */
export interface StateProps {
  readonly team: TeamCard
  readonly phase: TeamPhase
  readonly onTimeOver: () => void
}

/** How many are missing and for how long, who is in, and what that means. */
export function State({ team, phase, onTimeOver }: StateProps) {
  const runs = phase === 'open' || phase === 'full'
  const inPayment = runs ? seatsInPayment(team) : 0
  return (
    <Card>
      <View
        className={classes(styles.head, phase === 'formed' && styles.formed)}
        id={`team-${phase}`}
      >
        {headText(team, phase)}
      </View>
      <View className={styles.time}>
        {runs ? (
          <Countdown
            until={team.formBefore}
            now={now}
            onEnd={onTimeOver}
            format={teamsText.endsIn}
          />
        ) : null}
      </View>
      <Seats team={team} />
      <View className={styles.hint}>
        <Text>{hintText(team, phase)}</Text>
        {inPayment > 0 && <Text id="in-payment">{teamsText.inPayment(inPayment)}</Text>}
      </View>
    </Card>
  )
}

function headText(team: TeamCard, phase: TeamPhase): string {
  switch (phase) {
    case 'open':
      return teamsText.headMissing(team.missing)
    case 'full':
      return teamsText.headFull
    case 'over':
      return teamsText.headOver
    case 'formed':
      return teamsText.headFormed(team.people)
    case 'failed':
      return teamsText.headFailed
  }
}

function hintText(team: TeamCard, phase: TeamPhase): string {
  switch (phase) {
    case 'open':
    case 'full':
      return teamsText.hintOpen(team.formBefore, now())
    case 'over':
      return teamsText.hintOver
    case 'formed':
      return teamsText.hintFormed
    case 'failed':
      return teamsText.hintFailed
  }
}
