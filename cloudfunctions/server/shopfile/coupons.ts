import type { CouponTemplate } from '@domain/coupons/coupon'
import { freshPool, shardCount, spread, type CouponPool } from '@domain/holds/hold'
import type { TemplateId } from '@domain/ids'
import type { FileFault } from '@domain/shopfile/faults'
import { couponPools, couponTemplates } from '../kit/collections'
import { Weather } from '../kit/weather'
import { putChanged } from './putChanged'
import { goneOf, loadedOf, reload } from './stock'

type Shards = ReadonlyMap<TemplateId, readonly CouponPool[]>

/** All shards of coupons, by their templates. */
async function readShards(): Promise<Shards> {
  const shards = new Map<TemplateId, CouponPool[]>()
  for (const pool of await couponPools.findAll({})) {
    shards.set(pool.templateId, [...(shards.get(pool.templateId) ?? []), pool])
  }
  return shards
}

/** Templates that the file wants fewer coupons of than have been claimed already. */
export async function issuedFaults(templates: readonly CouponTemplate[]): Promise<FileFault[]> {
  const known = await readShards()
  return templates.flatMap(({ _id, total, rank }) => {
    const gone = goneOf(known.get(_id) ?? [])
    const fault = `${gone} are claimed already`
    return total >= gone ? [] : [{ place: `coupons[${rank}].total`, fault }]
  })
}

/**
 * Brings templates and their pools to what the file says. Coupons that members have keep the rule
 * that they were claimed with; a template that the file no longer names is not offered any more.
 */
export async function writeTemplates(templates: readonly CouponTemplate[]): Promise<void> {
  const shards = await readShards()
  for (const template of templates) {
    const known = shards.get(template._id)
    if (known) await reload(couponPools, known, template.total - loadedOf(known))
    else if (!(await couponPools.addAll(freshShards(template)))) {
      throw new Weather('another import is at it')
    }
  }
  const known = await couponTemplates.findAll({})
  await putChanged(couponTemplates, known, templates)
  const named = new Set(templates.map(({ _id }) => _id))
  const dropped = known.filter(({ _id, isOffered }) => isOffered && !named.has(_id))
  await Promise.all(dropped.map(({ _id }) => couponTemplates.changeIf(_id, {}, withdrawn)))
}

const withdrawn = { isOffered: false }

const freshShards = ({ _id: templateId, total }: CouponTemplate): CouponPool[] =>
  spread(total, shardCount(total)).map((loaded, shard) => ({
    ...freshPool(`${templateId}#${shard}`, loaded),
    templateId,
  }))
