import { View } from '@tarojs/components'
import { explanationText, type Explanation as Told } from '@/text/explanation'
import { Card } from './Card'
import styles from './Explanation.module.scss'

/** 溯源: why an order is whose it is; the touches that do not count are told with their reasons. */
export function Explanation({ explanation }: { readonly explanation: Told }) {
  const { whose, won, lost, changes } = explanation
  return (
    <View>
      <Card title={whose} id="explanation">
        <View className={styles.won}>{won}</View>
        <View>
          {changes.length > 0 && (
            <View className={styles.changes} id="changes">
              {changes.map((sentence) => (
                <View key={sentence}>{sentence}</View>
              ))}
            </View>
          )}
        </View>
      </Card>
      {lost.length > 0 && (
        <Card title={explanationText.lost} id="lost">
          {lost.map(({ id, opened, because }) => (
            <View key={id} className={styles.touch}>
              <View>{opened}</View>
              <View className={styles.because}>{because}</View>
            </View>
          ))}
        </Card>
      )}
    </View>
  )
}
