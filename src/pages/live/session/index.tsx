import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Card } from '@/components/Card'
import { Missing } from '@/components/Missing'
import { PosterEntry } from '@/components/PosterEntry'
import { Stale } from '@/components/Stale'
import { open, usePageValues } from '@/platform/go'
import { usePoll } from '@/platform/poll'
import { useStores } from '@/stores/root'
import { roomText } from '@/text/liveRoom'
import { HowToWatch } from '../HowToWatch'
import { SessionBar } from '../SessionBar'
import { useSession } from '../useSession'
import { Head } from './Head'
import { Invitation } from './Invitation'
import { Programme } from './Programme'
import styles from './index.module.scss'

/** How often to look whether it has begun or ended. */
const PACE = { fromSeconds: 10, toSeconds: 60 }

/** A live session: when it is, who hosts it, what will be shown; reserving it, and going in. */
export default observer(function SessionPage() {
  const { liveId = '', link } = usePageValues()
  const { live, attribution } = useStores()
  const session = useSession(liveId, 'live')
  const { loaded, view, status, target, onTimeOver, onRetry } = session
  usePoll(view && status !== 'ended' ? () => live.refresh(liveId) : undefined, PACE)
  // Who has invited is known once the cloud was told of the link: behind useSession, which tells
  // it.
  useEffect(() => {
    if (link === undefined) return
    void attribution.tellOpenings().then(() => live.sessions.refresh(liveId))
  }, [link, liveId, attribution, live])

  if (!view || !status) return <Missing loaded={loaded} shape="ladder" onRetry={onRetry} />
  const toRoom = {
    text: status === 'live' ? roomText.buyAlong : roomText.toRoom,
    onTap: () => {
      open('room', { liveId })
    },
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={onRetry} />
      <View>{view.invitedBy && <Invitation by={view.invitedBy} />}</View>
      <Head view={view} status={status} onTimeOver={onTimeOver} />
      <Card title={roomText.programme}>
        <Programme view={view} />
      </Card>
      <PosterEntry target={target} />
      <SessionBar
        {...{ ...session, view, status }}
        other={status === 'planned' ? undefined : toRoom}
      />
      <HowToWatch {...session} />
    </View>
  )
})
