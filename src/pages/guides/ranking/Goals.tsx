import { View } from '@tarojs/components'
import type { GoalProgress } from '@domain/guides/contract'
import { Card } from '@/components/Card'
import { classes } from '@/components/classes'
import { rankingText } from '@/text/guides'
import styles from './Goals.module.scss'

/** 激励目标: each with how far one is, in figures and as a bar. */
export function Goals({ goals }: { readonly goals: readonly GoalProgress[] }) {
  return (
    <Card title={rankingText.goals} id="goals">
      {goals.map((goal) => (
        <Goal key={goal.id} goal={goal} />
      ))}
    </Card>
  )
}

function Goal({ goal }: { readonly goal: GoalProgress }) {
  const { id, name, counts, reward, reached, need } = goal
  const isReached = reached >= need
  const width = `${Math.min(100, Math.floor((reached / need) * 100))}%`
  return (
    <View className={styles.goal} id={`goal-${id}`}>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <View className={styles.figure}>
          {`${rankingText.goalCounts[counts]} ${rankingText.reached(goal)}`}
        </View>
      </View>
      <View className={styles.bar}>
        <View className={classes(styles.done, isReached && styles.reached)} style={{ width }} />
      </View>
      <View className={styles.foot}>
        <View className={classes(isReached && styles.word)}>{rankingText.missing(goal)}</View>
        <View>{reward !== '' && rankingText.reward(reward)}</View>
      </View>
    </View>
  )
}
