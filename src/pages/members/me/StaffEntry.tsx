import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { useStores } from '@/stores/root'
import { staffText } from '@/text/staff'
import styles from './StaffEntry.module.scss'

/** The way to the staff's desk, for who works here. Shoppers don't see that there is one. */
export const StaffEntry = observer(function StaffEntry() {
  const { staff } = useStores()
  const counts = staff.desk.value
  useEffect(() => {
    void staff.askOnce()
  }, [staff])
  if (!counts) return staff.isCrew ? <CrewEntry /> : null
  const waiting = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <Card
      id="desk"
      onTap={() => {
        open('desk', {})
      }}
    >
      <View className={styles.entry}>
        <View className={styles.words}>
          <View className={styles.title}>{staffText.desk}</View>
          <View className={styles.hint}>{staffText.entryHint}</View>
        </View>
        <View className={styles.waiting}>
          {waiting > 0 ? staffText.waiting(waiting) : staffText.nothingWaits}
        </View>
        <View className={styles.chevron} />
      </View>
    </Card>
  )
})

/** The way to the lives, for who runs them and has no business at the counter. */
function CrewEntry() {
  return (
    <Card
      id="live-desk"
      onTap={() => {
        open('liveDesk', {})
      }}
    >
      <View className={styles.entry}>
        <View className={styles.words}>
          <View className={styles.title}>{staffText.liveDesk}</View>
          <View className={styles.hint}>{staffText.liveDeskHint}</View>
        </View>
        <View className={styles.chevron} />
      </View>
    </Card>
  )
}
