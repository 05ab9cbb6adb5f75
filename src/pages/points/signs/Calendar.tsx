import { View } from '@tarojs/components'
import { dayOf } from '@domain/points/signIn'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { now } from '@/platform/clock'
import type { Signs } from '@/stores/PointsStore'
import { signedPoints, signsText } from '@/text/points'
import { daysOf, monthBeside } from './calendar'
import styles from './Calendar.module.scss'

/** A month and the days of it that were signed. */
export interface CalendarProps {
  readonly month: string
  /** No later month can be turned to. */
  readonly isLast: boolean
  readonly signed: Signs['days']
  readonly onTurn: (month: string) => void
}

/** A month, week by week: each day that was signed with what it brought. */
export function Calendar({ month, isLast, signed, onTurn }: CalendarProps) {
  const { free, days } = daysOf(month)
  const today = dayOf(now())
  const broughtBy = new Map(signed.map(({ day, points }) => [day, points]))
  return (
    <Card>
      <View className={styles.head}>
        <Turn to="before" onTap={() => onTurn(monthBeside(month, 'before'))} />
        <View className={styles.month} id="month">
          {signsText.month(month)}
        </View>
        <Turn
          to="after"
          isStill={isLast}
          onTap={() => {
            if (!isLast) onTurn(monthBeside(month, 'after'))
          }}
        />
      </View>
      <View className={styles.grid}>
        {signsText.weekdays.map((weekday) => (
          <View key={weekday} className={styles.weekday}>
            {weekday}
          </View>
        ))}
        {Array.from({ length: free }, (_, index) => (
          <View key={`free-${index}`} className={styles.cell} />
        ))}
        {days.map(({ day, date }) => (
          <Day key={day} day={day} brought={broughtBy.get(date)} isToday={date === today} />
        ))}
      </View>
    </Card>
  )
}

interface TurnProps {
  readonly to: 'before' | 'after'
  readonly isStill?: boolean
  readonly onTap: () => void
}

function Turn({ to, isStill = false, onTap }: TurnProps) {
  return (
    <View
      id={`month-${to}`}
      className={classes(styles.turn, isStill && styles.still)}
      ariaRole="button"
      ariaLabel={signsText[to]}
      onClick={onTap}
    >
      <View className={classes(styles.chevron, to === 'after' && styles.right)} />
    </View>
  )
}

interface DayProps {
  readonly day: number
  readonly brought: number | undefined
  readonly isToday: boolean
}

function Day({ day, brought, isToday }: DayProps) {
  const isSigned = brought !== undefined
  return (
    <View
      id={`day-${day}`}
      className={classes(styles.cell, isSigned && styles.signed, isToday && styles.today)}
      ariaLabel={isSigned ? signsText.signedLabel(day, brought) : undefined}
    >
      <View>{day}</View>
      <View className={styles.brought}>{isSigned ? signedPoints(brought) : ''}</View>
    </View>
  )
}
