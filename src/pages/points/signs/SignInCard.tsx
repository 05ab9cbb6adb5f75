import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { hasFailed } from '@domain/failure'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { toast } from '@/platform/notice'
import type { Signs } from '@/stores/PointsStore'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { signedPoints, signsText } from '@/text/points'
import styles from './SignInCard.module.scss'

/** How signing in stands today, and the month that today is in. */
export interface SignInCardProps {
  readonly signs: Signs
  readonly month: string
}

/** The days in a row, what each of the next ones brings, and the button for today. */
export const SignInCard = observer(function SignInCard({ signs, month }: SignInCardProps) {
  const { points } = useStores()
  const { streak, signedToday, next } = signs
  const signIn = async () => {
    const answer = await points.signIn(month)
    toast(hasFailed(answer) ? explain(answer) : signsText.signed(answer.points, answer.streak))
  }
  return (
    <Card>
      <View className={styles.streak} id="streak">
        {signsText.streak(streak)}
      </View>
      <View className={styles.next}>{signsText.next}</View>
      <View className={styles.days}>
        {next.map((brings, index) => (
          <View
            key={index}
            className={classes(styles.day, index === 0 && !signedToday && styles.today)}
          >
            <View className={styles.brings}>{signedPoints(brings)}</View>
            <View className={styles.count}>{signsText.day(streak + index + 1)}</View>
          </View>
        ))}
      </View>
      <Button id="sign-in" busy={points.signing} disabled={signedToday} onTap={() => void signIn()}>
        {signedToday ? signsText.signedToday : signsText.signIn(next[0] ?? 0)}
      </Button>
      <View className={styles.note}>{signsText.restarts}</View>
    </Card>
  )
})
