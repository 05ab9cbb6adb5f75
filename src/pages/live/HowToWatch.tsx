import { View } from '@tarojs/components'
import { Sheet } from '@/components/Sheet'
import { channelsLive } from '@/platform/channels'
import { roomText } from '@/text/liveRoom'
import styles from './HowToWatch.module.scss'
import type { SessionChannels } from './useChannels'

/** Tells in a browser how the stream is opened in WeChat; WeChat itself opens it. */
export function HowToWatch({ isTold, dismiss }: Pick<SessionChannels, 'isTold' | 'dismiss'>) {
  if (channelsLive.canOpen) return null
  return (
    <Sheet title={roomText.howTitle} open={isTold} onClose={dismiss}>
      <View className={styles.how} id="how">
        {roomText.how}
      </View>
    </Sheet>
  )
}
