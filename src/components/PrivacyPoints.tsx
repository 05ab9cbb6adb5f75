import { View } from '@tarojs/components'
import { privacyText } from '@/text/privacy'
import styles from './PrivacyPoints.module.scss'

/** What the shop keeps of a shopper and what for, point by point. */
export function PrivacyPoints() {
  return (
    <View>
      {privacyText.points.map(({ title, body }) => (
        <View key={title} className={styles.point}>
          <View className={styles.title}>{title}</View>
          <View className={styles.body}>{body}</View>
        </View>
      ))}
    </View>
  )
}
