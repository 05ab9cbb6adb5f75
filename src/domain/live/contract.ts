import * as z from 'zod'
import type { ProductCard } from '../catalog/contract'
import { action, id } from '../contract'
import type { Instant } from '../time'
import type { LiveProduct, LiveSession } from './session'

/** A session as its page shows it. */
export interface LiveView {
  readonly session: Pick<LiveSession, '_id' | 'title' | 'startsAt' | 'endsAt'>
  readonly hostName: string | null
  readonly products: readonly (LiveProduct & { readonly card: ProductCard })[]
  readonly now: Instant
}

/** 直播. */
export const liveContract = {
  'live.see': action({
    input: z.strictObject({ liveId: id<'live'>() }),
    output: z.custom<LiveView>(),
    fails: ['live_unknown'],
  }),
}
