import { isPlainObject, type Document } from '../store/document'
import { isPosition, ownValue, stepsOf } from '../store/path'
import { stringifyExtended } from './extended'
import { failed } from './refusals'

type Holder = Record<string, unknown> | unknown[]

const isHolder = (value: unknown): value is Holder => Array.isArray(value) || isPlainObject(value)

/**
 * A document being changed. Only the objects along a changed path are copied; everything else is
 * shared with the version before.
 */
export class Draft {
  private root: Record<string, unknown>
  private readonly owned = new WeakSet<Holder>()

  constructor(original: Document) {
    this.root = original
  }

  /** The document as it is now: the original itself if nothing was written. */
  get document(): Document {
    return this.root as Document
  }

  /** What stands exactly at a path; array elements are named by their place. */
  read(path: string): unknown {
    let value: unknown = this.root
    for (const step of stepsOf(path)) value = isHolder(value) ? childOf(value, step) : undefined
    return value
  }

  /**
   * Puts a value at a path and makes the objects on the way; refused where a plain value is in the
   * way.
   */
  write(path: string, value: unknown): void {
    const steps = stepsOf(path)
    put(this.ownedParent(steps), steps.at(-1) ?? '', value)
  }

  /** Takes a field away. An array keeps its length: the element becomes null. */
  remove(path: string): void {
    if (this.read(path) === undefined) return
    const steps = stepsOf(path)
    const parent = this.ownedParent(steps)
    if (Array.isArray(parent)) put(parent, steps.at(-1) ?? '', null)
    else Reflect.deleteProperty(parent, steps.at(-1) ?? '')
  }

  private ownedParent(steps: readonly string[]): Holder {
    let holder: Holder = (this.root = this.own(this.root))
    for (const [at, step] of steps.slice(0, -1).entries()) {
      const child = childOf(holder, step)
      if (child !== undefined && !isHolder(child)) throw inTheWay(step, child, steps[at + 1] ?? '')
      const next: Holder = child ? this.own(child) : this.fresh()
      put(holder, step, next)
      holder = next
    }
    return holder
  }

  private own<Owned extends Holder>(holder: Owned): Owned
  private own(holder: Holder): Holder {
    if (this.owned.has(holder)) return holder
    const copy = Array.isArray(holder) ? holder.slice() : { ...holder }
    this.owned.add(copy)
    return copy
  }

  private fresh(): Record<string, unknown> {
    const holder = {}
    this.owned.add(holder)
    return holder
  }
}

function childOf(holder: Holder, step: string): unknown {
  if (Array.isArray(holder)) return isPosition(step) ? holder[Number(step)] : undefined
  return ownValue(holder, step)
}

/** MongoDB fills arrays up with nulls; more than this at once is refused there too. */
const longestPadding = 1_500_000

function put(holder: Holder, step: string, value: unknown): void {
  if (!Array.isArray(holder)) {
    holder[step] = value
    return
  }
  if (!isPosition(step))
    throw failed(`Cannot create field '${step}' in element {${stringifyExtended(holder)}}`)
  const place = Number(step)
  if (place > holder.length + longestPadding)
    throw failed(`can't backfill more than ${longestPadding} elements`)
  while (holder.length < place) holder.push(null)
  holder[place] = value
}

const inTheWay = (name: string, value: unknown, field: string) =>
  failed(`Cannot create field '${field}' in element {${name}: ${stringifyExtended(value)}}`)
