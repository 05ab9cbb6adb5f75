import { View } from '@tarojs/components'
import { Sheet } from '@/components/Sheet'
import { roomText } from '@/text/liveRoom'
import styles from './HowToWatch.module.scss'
import type { SessionChannels } from './useChannels'

/** Tells in a browser how the stream is opened in WeChat. */
export function HowToWatch({ isTold, dismiss }: Pick<SessionChannels, 'isTold' | 'dismiss'>) {
  return (
    <Sheet title={roomText.howTitle} open={isTold} onClose={dismiss}>
      <View className={styles.how} id="how">
        {roomText.how}
      </View>
    </Sheet>
  )
}
