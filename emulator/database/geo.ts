import { isPlainObject } from '../store/document'
import { failed } from './refusals'

type Position = readonly [longitude: number, latitude: number]

/** The radius MongoDB reckons with. */
const earthMetres = 6_378_100

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two positions on the sphere. */
export function metresBetween(
  [fromLongitude, fromLatitude]: Position,
  [toLongitude, toLatitude]: Position,
): number {
  const latitudes = Math.sin(radians(toLatitude - fromLatitude) / 2) ** 2
  const longitudes = Math.sin(radians(toLongitude - fromLongitude) / 2) ** 2
  const between =
    latitudes + Math.cos(radians(fromLatitude)) * Math.cos(radians(toLatitude)) * longitudes
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(between)))
}

/** The position of a stored `Geo.Point`; undefined for anything else. */
export function positionOf(value: unknown): Position | undefined {
  if (!isPlainObject(value) || value.type !== 'Point' || !Array.isArray(value.coordinates))
    return undefined
  const [longitude, latitude] = value.coordinates as unknown[]
  return typeof longitude === 'number' && typeof latitude === 'number'
    ? [longitude, latitude]
    : undefined
}

const onPosition =
  (holds: (position: Position) => boolean) =>
  (value: unknown): boolean => {
    const position = positionOf(value)
    return position !== undefined && holds(position)
  }

/** `_.geoNear`: points at most (and at least) so many metres away. */
export function testNear(argument: unknown): (value: unknown) => boolean {
  const near = isPlainObject(argument) ? argument : {}
  const centre = positionOf(near.$geometry)
  if (!centre) throw failed('$nearSphere needs a point as $geometry')
  const { $maxDistance: most = Infinity, $minDistance: least = 0 } = near
  return onPosition((position) => {
    const metres = metresBetween(centre, position)
    return metres <= Number(most) && metres >= Number(least)
  })
}

/** `_.geoWithin`: points in a polygon or in a circle given in radians. */
export function testWithin(argument: unknown): (value: unknown) => boolean {
  const area = isPlainObject(argument) ? argument : {}
  if (Array.isArray(area.$centerSphere)) {
    const [centre, radius] = area.$centerSphere as [Position, number]
    return onPosition((position) => metresBetween(centre, position) <= radius * earthMetres)
  }
  const polygons = polygonsOf(area.$geometry)
  return onPosition((position) => polygons.some((rings) => isInside(position, rings)))
}

/** `_.geoIntersects`: the stored point lies in, or is, the geometry. */
export function testIntersects(argument: unknown): (value: unknown) => boolean {
  const { $geometry } = isPlainObject(argument) ? argument : {}
  const point = positionOf($geometry)
  if (!point) return testWithin(argument)
  return onPosition(([longitude, latitude]) => longitude === point[0] && latitude === point[1])
}

type Ring = readonly Position[]

function polygonsOf(geometry: unknown): Ring[][] {
  if (isPlainObject(geometry) && geometry.type === 'Polygon')
    return [geometry.coordinates as Ring[]]
  if (isPlainObject(geometry) && geometry.type === 'MultiPolygon')
    return geometry.coordinates as Ring[][]
  throw failed('the local cloud knows polygons, circles and points only')
}

/** Inside the first ring and outside the others, which are holes. */
const isInside = (position: Position, [outside = [], ...holes]: readonly Ring[]) =>
  crosses(position, outside) && !holes.some((hole) => crosses(position, hole))

function crosses([longitude, latitude]: Position, ring: Ring): boolean {
  let inside = false
  for (let at = 0; at < ring.length; at++) {
    const [fromX, fromY] = ring[at] ?? [0, 0]
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [0, 0]
    const isBeside = fromY > latitude !== toY > latitude
    if (isBeside && longitude < ((toX - fromX) * (latitude - fromY)) / (toY - fromY) + fromX)
      inside = !inside
  }
  return inside
}
