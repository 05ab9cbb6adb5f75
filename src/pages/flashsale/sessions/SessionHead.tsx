import { View } from '@tarojs/components'
import type { SessionPhase } from '@domain/flashsale/outlook'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import { audienceText, flashsaleText, soldOutText } from '@/text/flashsale'
import styles from './SessionHead.module.scss'
import type { SessionPaneProps } from './SessionPane'

/** A session with where it stands. */
export interface SessionHeadProps extends SessionPaneProps {
  readonly phase: SessionPhase
}

/** The name of a session, how long it still is, for whom, and a reminder before it starts. */
export function SessionHead(props: SessionHeadProps) {
  const { session, phase, isShown, nextAt, onRemind, isReminding, onTimeOver } = props
  const { name, startsAt, endsAt, audience, payMinutes, isReminded } = session
  const isComing = phase === 'unstarted'
  const audienceLine = audienceText(audience)
  return (
    <Card>
      <View className={styles.line}>
        <View className={styles.words}>
          <View className={styles.name} id="session-name">
            {name}
          </View>
          <View className={styles.time}>
            {phase === 'over' && flashsaleText.over}
            {phase !== 'over' && isShown && (
              <Countdown
                key={phase}
                until={isComing ? startsAt : endsAt}
                now={now}
                onEnd={onTimeOver}
                format={isComing ? flashsaleText.startsIn : flashsaleText.endsIn}
              />
            )}
          </View>
        </View>
        <View>
          {isComing && onRemind && (
            <Button
              kind="plain"
              id="remind"
              busy={isReminding}
              disabled={isReminded}
              onTap={onRemind}
            >
              {isReminded ? flashsaleText.reminded : flashsaleText.remind}
            </Button>
          )}
        </View>
      </View>
      <View>
        {phase === 'soldOut' && (
          <View className={styles.soldOut} id="session-sold-out">
            <View className={styles.soldOutTitle}>{soldOutText(nextAt, now())}</View>
            <View>{flashsaleText.returning}</View>
          </View>
        )}
      </View>
      <View>
        {audienceLine !== undefined && (
          <View className={classes(styles.audience, !audience.isIn && styles.not)} id="audience">
            {audienceLine}
          </View>
        )}
      </View>
      <View className={styles.note}>{flashsaleText.payWithin(payMinutes)}</View>
    </Card>
  )
}
