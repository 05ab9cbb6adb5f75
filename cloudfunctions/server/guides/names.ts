import type { GuideNames } from '@domain/attribution/contract'
import type { GuideId } from '@domain/ids'
import { _ } from '../kit/cloud'
import { guides } from '../kit/collections'

/** The names of some guides. One SDK call, none where nobody is asked for. */
export async function guideNames(ids: readonly GuideId[]): Promise<GuideNames> {
  if (ids.length === 0) return {}
  const found = await guides.find({ _id: _.in([...ids]) }, { fields: { name: true } })
  return Object.fromEntries(found.map(({ _id, name }) => [_id, name]))
}
