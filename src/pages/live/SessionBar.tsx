import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { LiveView } from '@domain/live/contract'
import type { LiveStatus } from '@domain/live/room'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { openTab } from '@/platform/go'
import type { Sharing } from '@/platform/sharing'
import { useStores } from '@/stores/root'
import { liveText } from '@/text/live'
import { roomText } from '@/text/liveRoom'
import styles from './SessionBar.module.scss'
import { useReserve } from './useReserve'

/** What can be done now depends on where the session stands. */
export interface SessionBarProps {
  readonly view: LiveView
  readonly status: LiveStatus
  readonly sharing: Sharing
  /** Opens the stream; nothing where there is none. */
  readonly watch: (() => void) | undefined
  /** The other page of the session, where it makes sense to go there. */
  readonly other: { readonly text: string; readonly onTap: () => void } | undefined
}

/** Sharing, the way to the other page of the session, and the one thing to do. */
export const SessionBar = observer(function SessionBar(props: SessionBarProps) {
  const { view, status, sharing, watch, other } = props
  const { live } = useStores()
  const reserve = useReserve()
  return (
    <BottomBar>
      <View className={styles.beside}>
        <Button kind="plain" id="share" {...sharing}>
          {roomText.share}
        </Button>
      </View>
      <View className={styles.beside}>
        {other && (
          <Button kind="plain" id="other" onTap={other.onTap}>
            {other.text}
          </Button>
        )}
      </View>
      <View className={styles.main}>
        {status === 'planned' && (
          <Button
            id="reserve"
            busy={live.reserving === view.session._id}
            disabled={view.isReserved}
            onTap={() => void reserve(view)}
          >
            {view.isReserved ? roomText.reserved : roomText.reserve}
          </Button>
        )}
        {status === 'live' && watch && (
          <Button id="watch" onTap={watch}>
            {roomText.watch}
          </Button>
        )}
        {status === 'ended' && (
          <Button id="to-shelf" onTap={toShelf}>
            {liveText.toShelf}
          </Button>
        )}
      </View>
    </BottomBar>
  )
})

/** What was sold in a session that is over is sold on the shelf. */
const toShelf = () => {
  openTab('shelf')
}
