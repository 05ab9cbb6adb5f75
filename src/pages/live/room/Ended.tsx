import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Card } from '@/components/Card'
import { LiveCard } from '@/components/LiveCard'
import { useStores } from '@/stores/root'
import { roomText } from '@/text/liveRoom'
import styles from './Ended.module.scss'

/** A session is over: what that means for what was sold in it, and when the next one is. */
export const Ended = observer(function Ended() {
  const { live } = useStores()
  useEffect(() => void live.loadList(), [live])
  const next = live.list.value?.sessions.find(({ status }) => status !== 'ended')
  return (
    <View>
      <Card id="over">
        <View className={styles.title}>{roomText.overTitle}</View>
        <View className={styles.hint}>{roomText.overHint}</View>
      </Card>
      <View>
        {next && (
          <View>
            <View className={styles.next}>{roomText.next}</View>
            <LiveCard live={next} onTimeOver={() => void live.refreshList()} />
          </View>
        )}
      </View>
    </View>
  )
})
