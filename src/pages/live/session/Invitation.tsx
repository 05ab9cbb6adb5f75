import { View } from '@tarojs/components'
import type { LiveView } from '@domain/live/contract'
import { Avatar } from '@/components/Avatar'
import { Card } from '@/components/Card'
import { roomText } from '@/text/liveRoom'
import styles from './Invitation.module.scss'

/** Who has asked the caller to come. */
export function Invitation({ by }: { readonly by: NonNullable<LiveView['invitedBy']> }) {
  return (
    <Card id="invited">
      <View className={styles.line}>
        <Avatar file={by.avatar} />
        <View className={styles.words}>
          <View className={styles.who}>{roomText.invited(by.name)}</View>
          <View className={styles.hint}>{roomText.invitedHint}</View>
        </View>
      </View>
    </Card>
  )
}
