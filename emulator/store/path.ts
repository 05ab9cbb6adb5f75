import { isPlainObject } from './document'

const known = new Map<string, readonly string[]>()

/** The steps of a dotted path. Paths repeat, so the split ones are kept. */
export function stepsOf(path: string): readonly string[] {
  let steps = known.get(path)
  if (!steps) {
    steps = path.split('.')
    if (known.size > 10_000) known.clear()
    known.set(path, steps)
  }
  return steps
}

const position = /^(?:0|[1-9]\d*)$/

/** True for a step that may name the place of an array element. */
export const isPosition = (step: string) => position.test(step)

/**
 * What stands at the end of a path, as MongoDB walks it: a step that meets an array goes into every
 * element (and, if it is a number, to that place). Ways that end early give `undefined`.
 */
export function valuesAt(holder: unknown, path: string): unknown[] {
  const steps = stepsOf(path)
  if (steps.length === 1 && isPlainObject(holder)) return [ownValue(holder, path)]
  const found: unknown[] = []
  walk(holder, steps, 0, found)
  return found
}

function walk(holder: unknown, steps: readonly string[], depth: number, found: unknown[]): void {
  const step = steps[depth]
  if (step === undefined) {
    found.push(holder)
  } else if (Array.isArray(holder)) {
    walkArray(holder, steps, depth, found)
  } else {
    const next = isPlainObject(holder) ? ownValue(holder, step) : undefined
    if (next === undefined) found.push(undefined)
    else walk(next, steps, depth + 1, found)
  }
}

function walkArray(
  holder: unknown[],
  steps: readonly string[],
  depth: number,
  found: unknown[],
): void {
  const step = steps[depth] ?? ''
  if (isPosition(step) && Number(step) < holder.length)
    walk(holder[Number(step)], steps, depth + 1, found)
  for (const item of holder) if (isPlainObject(item)) walk(item, steps, depth, found)
}

/** A field that belongs to the document itself, never to what every object inherits. */
export const ownValue = (holder: Record<string, unknown>, name: string): unknown =>
  Object.prototype.hasOwnProperty.call(holder, name) ? holder[name] : undefined
