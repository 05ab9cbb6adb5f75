import { View } from '@tarojs/components'
import type { OwnSeat } from '@domain/teams/contract'
import type { TeamPhase } from '@domain/teams/outlook'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { open } from '@/platform/go'
import { teamsText } from '@/text/teams'
import styles from './Own.module.scss'

/** The caller's own order in a team. */
export interface OwnProps {
  readonly own: OwnSeat
  readonly phase: TeamPhase
}

/** What the caller's order in this team has come to, and the way to it. */
export function Own({ own: { orderId, status }, phase }: OwnProps) {
  const isBack = status === 'refunding' || status === 'refunded'
  return (
    <Card>
      <View className={classes(styles.state, isBack && styles.back)} id="own">
        {ownText(status, phase)}
      </View>
      <View
        className={styles.link}
        id="see-order"
        ariaRole="button"
        onClick={() => {
          open('order', { orderId })
        }}
      >
        {teamsText.seeOrder}
      </View>
    </Card>
  )
}

function ownText(status: OwnSeat['status'], phase: TeamPhase): string {
  if (status === 'unpaid') return teamsText.ownUnpaid
  if (status !== 'refunding' && status !== 'refunded') return teamsText.ownIn
  if (phase !== 'failed') return teamsText.ownGaveBack
  return status === 'refunded' ? teamsText.ownRefunded : teamsText.ownRefunding
}
