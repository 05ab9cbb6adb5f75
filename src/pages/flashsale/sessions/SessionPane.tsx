import { View } from '@tarojs/components'
import type { FlashSession } from '@domain/flashsale/contract'
import { sessionPhase } from '@domain/flashsale/outlook'
import type { Instant } from '@domain/time'
import { now } from '@/platform/clock'
import { Item } from './Item'
import { SessionHead } from './SessionHead'

/** A session that was looked at, and what can be done about it. */
export interface SessionPaneProps {
  readonly session: FlashSession
  /** Only what is on screen counts down. */
  readonly isShown: boolean
  /** When the next session starts, for those who come too late to this one. */
  readonly nextAt: Instant | undefined
  /** Nothing where the shop sends no reminders. */
  readonly onRemind: (() => void) | undefined
  readonly isReminding: boolean
  readonly onTimeOver: () => void
}

/** A session: its time and terms, and everything that is sold in it. */
export function SessionPane({ session, ...rest }: SessionPaneProps) {
  return (
    <View>
      <SessionHead session={session} phase={sessionPhase(session, now())} {...rest} />
      {session.items.map((item) => (
        <Item key={item.deal._id} item={item} isIn={session.audience.isIn} />
      ))}
    </View>
  )
}
