import { isPlainObject } from '../store/document'
import { ownValue, valuesAt } from '../store/path'
import { metresBetween, positionOf } from './geo'
import { compileQuery } from './match'
import { failed } from './refusals'

type Row = Record<string, unknown>

/** The `geoNear` stage: rows with a point, nearest first, each with its distance. */
export function geoNearStage(rows: readonly Row[], spec: unknown): Row[] {
  if (!isPlainObject(spec) || typeof spec.distanceField !== 'string')
    throw failed("$geoNear requires a 'distanceField' option as a String")
  const centre = positionOf(spec.near)
  if (!centre) throw failed('$geoNear needs a point as near')
  const {
    distanceField,
    includeLocs,
    minDistance = 0,
    maxDistance = Infinity,
    distanceMultiplier = 1,
  } = spec
  const test = compileQuery(isPlainObject(spec.query) ? spec.query : {})
  const near = rows.flatMap((row) => {
    const point = pointOf(row, spec.key)
    const position = positionOf(point)
    if (!position || !test(row)) return []
    const metres = metresBetween(centre, position)
    if (metres < Number(minDistance) || metres > Number(maxDistance)) return []
    const place = typeof includeLocs === 'string' ? { [includeLocs]: point } : {}
    return [
      { metres, row: { ...row, [distanceField]: metres * Number(distanceMultiplier), ...place } },
    ]
  })
  near.sort((left, right) => left.metres - right.metres)
  const nearest = near.map(({ row }) => row)
  return typeof spec.limit === 'number' ? nearest.slice(0, spec.limit) : nearest
}

function pointOf(row: Row, key: unknown): unknown {
  if (typeof key === 'string') return valuesAt(row, key)[0]
  const name = Object.keys(row).find((field) => positionOf(ownValue(row, field)))
  return name === undefined ? undefined : row[name]
}
