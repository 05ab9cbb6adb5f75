import { fail, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { MemberId } from '@domain/ids'
import { members } from '../kit/collections'

/** A place that somebody took up. */
export type OwnGuide = Guide & { readonly memberId: MemberId }

/** The caller's own place as a guide. One SDK call. */
export async function ownGuide(memberId: MemberId): Promise<OwnGuide | Failure<'guide_missing'>> {
  const { list } = (await members
    .aggregate()
    .match({ _id: memberId })
    .lookup({ from: 'guides', localField: 'guideId', foreignField: '_id', as: 'guides' })
    .project({ guides: 1 })
    .end()) as unknown as { list: readonly { readonly guides: readonly Guide[] }[] }
  const guide = list[0]?.guides[0]
  // Between the two writes that take up a place, the place does not know its owner yet.
  return guide?.memberId === memberId ? { ...guide, memberId } : fail('guide_missing')
}
