import { View } from '@tarojs/components'
import type { Failure } from '@domain/failure'
import { Card } from '@/components/Card'
import { explain } from '@/text/failures'
import { teamsText } from '@/text/teams'
import styles from './Refused.module.scss'

/** Why the caller cannot join this team, as soon as they tried; nothing was ordered or charged. */
export function Refused({ refusal }: { readonly refusal: Failure }) {
  return (
    <Card id="refused">
      <View className={styles.title}>{teamsText.cannotJoin}</View>
      <View className={styles.why}>{explain(refusal)}</View>
    </Card>
  )
}
