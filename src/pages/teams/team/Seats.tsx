import { View } from '@tarojs/components'
import type { TeamCard, TeamSeat } from '@domain/teams/contract'
import { seatsInPayment } from '@domain/teams/outlook'
import { classes } from '@/components/classes'
import { teamsText } from '@/text/teams'
import styles from './Seats.module.scss'

/** More seats than these are told by their number. */
const MOST_DRAWN = 12

/** Who sits in a team, and which of its seats are free, being paid for, or empty for good. */
export function Seats({ team }: { readonly team: TeamCard }) {
  const taken = team.seats.slice(0, MOST_DRAWN)
  const isOpen = team.status === 'open'
  const empty = Math.min(isOpen ? team.missing : 0, MOST_DRAWN - taken.length)
  const inPayment = seatsInPayment(team)
  const hidden = team.people - taken.length - empty
  return (
    <View className={styles.seats}>
      {taken.map((seat) => (
        <Taken key={seat.alias} seat={seat} />
      ))}
      {Array.from({ length: empty }, (_, index) => (
        <View key={index} className={styles.seat} id={`empty-seat-${index}`}>
          <View className={classes(styles.face, styles.empty)}>+</View>
          <View className={styles.name}>
            {index < inPayment ? teamsText.seatInPayment : teamsText.emptySeat}
          </View>
        </View>
      ))}
      {isOpen && hidden > 0 && (
        <View className={styles.seat}>
          <View className={classes(styles.face, styles.empty)}>{`+${hidden}`}</View>
        </View>
      )}
    </View>
  )
}

function Taken({ seat }: { readonly seat: TeamSeat }) {
  const { alias, isLeader, isOwn } = seat
  return (
    <View className={styles.seat} id={isOwn ? 'own-seat' : undefined}>
      <View className={classes(styles.face, isOwn && styles.own)}>{alias.slice(0, 1)}</View>
      {isLeader && <View className={styles.mark}>{teamsText.leader}</View>}
      <View className={styles.name}>{isOwn ? teamsText.own : alias}</View>
    </View>
  )
}
