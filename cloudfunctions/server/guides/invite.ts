import type { InputOf } from '@domain/api'
import type { Shop } from '@domain/catalog/product'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Guide, Invitation } from '@domain/guides/guide'
import type { GuideId } from '@domain/ids'
import { after, DAY } from '@domain/time'
import { earlierDeed, record, type Deed } from '../audit/record'
import { _ } from '../kit/cloud'
import { guides, shops } from '../kit/collections'
import { guideIdOf, invitationCodeOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { freshGuide } from '../shopfile/guides'

/** How long a code can be used. */
const GOOD_FOR = 7 * DAY

type Inviting = InputOf<'guides.invite'>

/** A place that waits for who has its code. */
interface Invited {
  readonly guideId: GuideId
  readonly invitation: Invitation
}

type Refusal = Failure<'request_reused' | 'store_unknown' | 'guide_unknown' | 'guide_already'>

type ShopReading = Shop & {
  readonly inviters: readonly Guide[]
  readonly places: readonly Guide[]
}

/**
 * Makes a place for a guide, or brings one that nobody took yet up to date, with a new code. By the
 * same wish it is the same place and the same code. Beside who asks four SDK calls.
 */
export async function inviteGuide(inviting: Inviting, caller: Caller): Promise<Invited | Refusal> {
  const { requestId } = inviting
  const deed = { caller, requestId, action: 'guides.invite', input: inviting }
  const guideId = inviting.guideId ?? guideIdOf(caller.memberId, requestId)
  const [earlier, shop] = await Promise.all([earlierDeed(deed), read(guideId, inviting)])
  if (hasFailed(earlier)) return earlier
  const [place] = shop?.places ?? []
  if (earlier && place?.invitation) return { guideId, invitation: place.invitation }
  const refusal = refusalOf(inviting, shop)
  if (refusal) return refusal
  const invited = placeOf(inviting, guideId, place)
  return write({ ...invited, invitation: invitationOf(deed) }, place, deed)
}

async function read(guideId: GuideId, { invitedBy }: Inviting): Promise<ShopReading | undefined> {
  const { list } = (await shops
    .aggregate()
    .match({ _id: 'shop' })
    .addFields({ guideKey: guideId, inviterKey: invitedBy ?? '' })
    .lookup({ from: 'guides', localField: 'guideKey', foreignField: '_id', as: 'places' })
    .lookup({ from: 'guides', localField: 'inviterKey', foreignField: '_id', as: 'inviters' })
    .end()) as unknown as { list: readonly ShopReading[] }
  return list[0]
}

function refusalOf(
  { guideId, storeId, invitedBy }: Inviting,
  shop: ShopReading | undefined,
): Refusal | undefined {
  if (!shop?.stores.some(({ id }) => id === storeId)) return fail('store_unknown')
  const [place] = shop.places
  if (guideId !== undefined && !place) return fail('guide_unknown')
  const isUnknown = invitedBy !== undefined && (!shop.inviters[0] || invitedBy === guideId)
  if (isUnknown) return fail('guide_unknown', { guideId: invitedBy })
  return place?.memberId != null ? fail('guide_already') : undefined
}

/** Who brought a guide in stays, unless another one is named. */
const placeOf = (
  { name, storeId, kind, invitedBy }: Inviting,
  _id: GuideId,
  before: Guide | undefined,
): Guide =>
  freshGuide({ _id, name, storeId, kind, invitedBy: invitedBy ?? before?.invitedBy ?? null })

const invitationOf = ({ caller, requestId }: Deed): Invitation => ({
  code: invitationCodeOf(caller.memberId, requestId),
  until: after(caller.now, GOOD_FOR),
})

/** Writes a place while nobody has it, and notes who made it. */
async function write(
  place: Guide & { readonly invitation: Invitation },
  before: Guide | undefined,
  deed: Deed,
): Promise<Invited | Refusal> {
  const { _id: guideId, invitation, name, storeId, kind, invitedBy } = place
  const terms = { name, storeId, kind, invitedBy, invitation: _.set(invitation) }
  const isNew = !before && (await guides.add(place))
  if (!isNew && !(await guides.changeIf(guideId, { memberId: null }, terms))) {
    return fail('guide_already')
  }
  await record(deed, {
    subject: guideId,
    reason: '',
    before: before ? { name: before.name, storeId: before.storeId } : {},
    after: { name, storeId, kind, invitedBy },
  })
  return { guideId, invitation }
}
