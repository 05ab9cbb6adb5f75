import { valuesAt } from '../store/path'
import { emptyArrayKey, encodeValue, invert } from '../store/value'
import { isPlainObject } from '../store/document'
import { failed } from './refusals'
import type { SortSpec } from './plan'

/** Reads `{ field: 1, other: -1 }`; the order of the fields counts. */
export function readSort(value: unknown): SortSpec {
  if (!isPlainObject(value)) throw failed('the sort order must be an object')
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw failed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [path, direction] as const
  })
}

/** A sorted copy. Equals stay in order; an array sorts by its least element, or its greatest. */
export function sorted<Item>(items: Iterable<Item>, sort: SortSpec): Item[] {
  const keyed = Array.from(items, (item) => ({ item, key: sortKey(item, sort) }))
  keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
  return keyed.map(({ item }) => item)
}

function sortKey(item: unknown, sort: SortSpec): string {
  let key = ''
  for (const [path, direction] of sort) {
    let chosen: string | undefined
    for (const part of partsAt(item, path)) {
      if (chosen === undefined || (direction === 1 ? part < chosen : part > chosen)) chosen = part
    }
    const part = chosen ?? encodeValue(null)
    key += direction === 1 ? part : invert(part)
  }
  return key
}

function partsAt(item: unknown, path: string): string[] {
  return valuesAt(item, path).flatMap((value) => {
    if (!Array.isArray(value)) return [encodeValue(value)]
    return value.length > 0 ? value.map(encodeValue) : [emptyArrayKey]
  })
}
