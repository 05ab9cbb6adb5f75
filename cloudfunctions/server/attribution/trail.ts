import {
  MOST_TOUCHES,
  type Binding,
  type CreditedGuide,
  type Trail,
} from '@domain/attribution/attribution'
import type { Touch } from '@domain/attribution/shareLink'
import type { MemberId } from '@domain/ids'
import { stages } from '../kit/cloud'
import type { Words } from '../kit/database'

/** What an order is credited by, as one aggregation brings it along. */
export interface TrailReading {
  readonly touches: readonly Touch[]
  readonly bindings: readonly Binding[]
  readonly touched: readonly CreditedGuide[]
  readonly bound: readonly CreditedGuide[]
}

/** An aggregation that goes on. */
interface Joining<Chain> {
  readonly lookup: (join: Words) => Chain
}

/**
 * Brings along what an order of a member is credited by: their last touches, their binding, and the
 * guides of both. `memberKey` has to stand in the rows already. It costs the same however many
 * touches there are of this member, and of others.
 */
export function withTrail<Chain extends Joining<Chain>>(rows: Chain, memberId: MemberId): Chain {
  const last = stages().match({ memberId }).sort({ at: -1 }).limit(MOST_TOUCHES).done()
  return rows
    .lookup({ from: 'touches', pipeline: last, as: 'touches' })
    .lookup({ from: 'guides', localField: 'touches.guideId', foreignField: '_id', as: 'touched' })
    .lookup({ from: 'bindings', localField: 'memberKey', foreignField: '_id', as: 'bindings' })
    .lookup({ from: 'guides', localField: 'bindings.guideId', foreignField: '_id', as: 'bound' })
}

/** What the rule needs of that. */
export function trailOf({ touches, bindings, touched, bound }: TrailReading): Trail {
  return {
    touches: touches.map(({ _id, linkId, guideId, sharerId, channel, target, hops, at }) => ({
      ...{ _id, linkId, guideId, sharerId, channel, target, hops, at },
    })),
    binding: bindings[0],
    guides: new Map([...touched, ...bound].map((guide) => [guide._id, guide])),
  }
}
