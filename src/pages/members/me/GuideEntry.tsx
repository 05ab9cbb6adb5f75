import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import styles from './StaffEntry.module.scss'

/** The way to the workbench, for guides. */
export function GuideEntry() {
  return (
    <Card
      id="guide-desk"
      onTap={() => {
        open('guideDesk', {})
      }}
    >
      <View className={styles.entry}>
        <View className={styles.words}>
          <View className={styles.title}>{membersText.guideDesk}</View>
          <View className={styles.hint}>{membersText.guideDeskHint}</View>
        </View>
        <View className={styles.chevron} />
      </View>
    </Card>
  )
}
