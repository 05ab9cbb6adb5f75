import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Card } from '@/components/Card'
import { Mark } from '@/components/Mark'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { readyText } from '@/text/cockpit'
import type { BoardProps } from './Board'
import { useAct } from './useAct'
import styles from './WarmUp.module.scss'

/** 预热日历: which posters of which day went out. */
export const WarmUp = observer(function WarmUp({ cockpit: { session, room } }: BoardProps) {
  const store = useStore(CockpitStore)
  const act = useAct(session._id)
  const { warmUp, startsAt } = session
  if (!warmUp) {
    return (
      <Card title={readyText.warmUp} id="warm-up">
        <View className={styles.hint}>{readyText.noWarmUp}</View>
      </Card>
    )
  }
  const days = Array.from({ length: warmUp.days }, (_, index) => warmUp.days - index)
  const posters = Array.from({ length: warmUp.postersPerDay }, (_, index) => index + 1)
  const isOver = room.status === 'ended'
  const isResting = isOver || store.isUnderWay('warmUp')
  return (
    <Card title={readyText.warmUp} id="warm-up">
      <View className={styles.hint}>
        {isOver ? readyText.warmUpOver : readyText.warmUpHint(warmUp.postersPerDay)}
      </View>
      {days.map((daysBefore) => {
        const out = room.warmedUp[daysBefore] ?? 0
        const day = readyText.day(daysBefore, startsAt)
        return (
          <View key={daysBefore} className={styles.day}>
            <View className={styles.name}>{day}</View>
            {posters.map((n) => (
              <Mark
                key={n}
                id={`poster-${daysBefore}-${n}`}
                label={readyText.poster(day, n, n <= out)}
                checked={n <= out}
                tone="leaf"
                resting={isResting}
                onTap={() => {
                  // The last one that is ticked is taken back by a second tap.
                  const count = n === out ? n - 1 : n
                  void act('warmUp', { daysBefore, posters: count }, readyText.warmedUp(count))
                }}
              />
            ))}
          </View>
        )
      })}
    </Card>
  )
})
