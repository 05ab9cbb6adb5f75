import type { Attribution, Binding, GuideChange, LostBecause, ToldTouch } from './attribution'

/** A touch without whose it is: a key, the way, and the time. */
export type TouchView = Omit<ToldTouch, 'sharerId' | 'linkId'>

/** An attribution as guides and the shop read it: no member's id is in it, and no link. */
export interface ToldAttribution extends Omit<Attribution, 'won' | 'lost' | 'changes'> {
  readonly won:
    | { readonly kind: 'touch'; readonly touch: TouchView }
    | { readonly kind: 'binding'; readonly binding: Omit<Binding, '_id'> }
    | null
  readonly lost: readonly { readonly touch: TouchView; readonly because: LostBecause }[]
  readonly changes: readonly Omit<GuideChange, 'by'>[]
}

/** What an explanation tells of an attribution. */
export function toldAttribution(attribution: Attribution): ToldAttribution {
  const { won, lost, changes } = attribution
  return {
    ...attribution,
    won: won && toldWinner(won),
    lost: lost.map(({ touch, because }) => ({ touch: toldTouch(touch), because })),
    changes: changes.map(({ by: _by, ...change }) => change),
  }
}

function toldWinner(won: NonNullable<Attribution['won']>): ToldAttribution['won'] {
  if (won.kind === 'touch') return { kind: 'touch', touch: toldTouch(won.touch) }
  const { _id, ...binding } = won.binding
  return { kind: 'binding', binding }
}

const toldTouch = ({ sharerId: _sharerId, linkId: _linkId, ...touch }: ToldTouch): TouchView =>
  touch

/** The guides that an explanation speaks of. */
export function guidesIn({ guideId, won, lost, changes }: Attribution) {
  const spoken = [
    guideId,
    won?.kind === 'touch' ? won.touch.guideId : (won?.binding.guideId ?? null),
    ...lost.map(({ touch }) => touch.guideId),
    ...changes.flatMap(({ from, to }) => [from, to]),
  ]
  return [...new Set(spoken.filter((id) => id !== null))]
}
