import type { Shop } from '@domain/catalog/product'
import type { Guide } from '@domain/guides/guide'
import type { PlannedGuide } from '@domain/shopfile/planGuides'
import { guides } from '../kit/collections'
import { difference } from '../kit/database'

/**
 * Writes places for guides. A place that is there keeps who took it, the code that it waits with
 * and the payout that is under way; one that the file does not name stays, as does what it earned.
 */
export async function writeGuides(planned: readonly PlannedGuide[]): Promise<void> {
  if (planned.length === 0) return
  const known = new Map((await guides.findAll({})).map((guide) => [guide._id, guide]))
  await Promise.all(planned.map((guide) => writeGuide(guide, known.get(guide._id))))
}

async function writeGuide(planned: PlannedGuide, known: Guide | undefined): Promise<void> {
  if (!known) {
    await guides.add(freshGuide(planned))
    return
  }
  const changes = difference(known, { ...known, ...planned })
  if (Object.keys(changes).length > 0) await guides.changeIf(known._id, {}, changes)
}

/** A place that nobody has taken yet. */
export const freshGuide = (planned: PlannedGuide): Guide => ({
  ...planned,
  memberId: null,
  joinedAt: null,
  invitation: null,
  isActive: true,
  payout: null,
})

/** The shop with its rules counted on from those before, where they say something else. */
export const withVersions = (shop: Shop, before: Shop | undefined): Shop => ({
  ...shop,
  attribution: counted(shop.attribution, before?.attribution),
  commission: shop.commission && counted(shop.commission, before?.commission),
})

function counted<Rule extends { readonly version: number }>(
  rule: Rule,
  before: Rule | null | undefined,
): Rule {
  if (!before) return rule
  const same = { ...rule, version: before.version }
  const isSame = JSON.stringify(same) === JSON.stringify(before)
  return isSame ? same : { ...rule, version: before.version + 1 }
}
