import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import type { DealId } from '@domain/ids'
import type { LiveStatus } from '@domain/live/room'
import { Tabs } from '@/components/Tabs'
import type { CockpitView } from '@/stores/CockpitStore'
import { cockpitParts, cockpitText, type CockpitPart } from '@/text/cockpit'
import { Announcements } from './Announcements'
import { Coupons } from './Coupons'
import { GoodsSheet } from './GoodsSheet'
import { Head } from './Head'
import { Log } from './Log'
import { Lotteries } from './Lotteries'
import { Now } from './Now'
import { Readiness } from './Readiness'
import { RunOfShow } from './RunOfShow'
import { WarmUp } from './WarmUp'
import styles from './index.module.scss'

/** A session with its room. */
export interface BoardProps {
  readonly cockpit: CockpitView
}

/** All parts of the cockpit: one at a time on a phone, all of them on a tablet. */
export function Board({ cockpit }: BoardProps) {
  const { status } = cockpit.room
  const [chosen, choose] = useState<CockpitPart>(status === 'planned' ? 'ready' : 'show')
  const [dealId, open] = useState<DealId>()
  const part = (name: CockpitPart) => ({ isAway: name !== chosen })
  return (
    <View>
      <View className={styles.columns}>
        <View className={styles.column}>
          <Head cockpit={cockpit} />
          <View>{status === 'live' && <Now cockpit={cockpit} onOpen={open} />}</View>
          <View className={styles.tabs}>
            <Tabs names={cockpitText.parts} tabs={cockpitParts} chosen={chosen} onChoose={choose} />
          </View>
          <Part {...part('show')}>
            <RunOfShow cockpit={cockpit} onOpen={open} />
          </Part>
        </View>
        <View className={styles.column}>
          {besides[status].map((name) => (
            <Part key={name} {...part(name)}>
              <Beside name={name} cockpit={cockpit} />
            </Part>
          ))}
        </View>
      </View>
      <GoodsSheet
        cockpit={cockpit}
        dealId={dealId}
        onClose={() => {
          open(undefined)
        }}
      />
    </View>
  )
}

/** What stands beside the show on a tablet: first what matters most at the time. */
const besides = {
  planned: ['ready', 'talk', 'log'],
  live: ['talk', 'log', 'ready'],
  ended: ['log', 'talk', 'ready'],
} as const satisfies Record<LiveStatus, readonly CockpitPart[]>

interface BesideProps extends BoardProps {
  readonly name: Exclude<CockpitPart, 'show'>
}

/** A part of the cockpit that stands beside the show. */
function Beside({ name, cockpit }: BesideProps) {
  if (name === 'log') return <Log lines={cockpit.log} />
  if (name === 'ready') {
    return (
      <View>
        <Readiness lines={cockpit.readiness} />
        <WarmUp cockpit={cockpit} />
      </View>
    )
  }
  return (
    <View>
      <Announcements cockpit={cockpit} />
      <Coupons cockpit={cockpit} />
      <Lotteries cockpit={cockpit} />
    </View>
  )
}

/** A part of the cockpit; what is away on a phone stands in its column on a tablet. */
function Part({ isAway, children }: PropsWithChildren<{ readonly isAway: boolean }>) {
  return <View className={isAway ? styles.away : ''}>{children}</View>
}
