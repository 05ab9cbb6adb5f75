import { hasFailed, type Failure } from '@domain/failure'

/** Something from the cloud on its way to the screen. What was seen before stays in sight. */
export type Loaded<Value> =
  | { readonly state: 'loading'; readonly value: Value | undefined }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly failure: Failure; readonly value: Value | undefined }

/** Nothing yet. */
export const unloaded: Loaded<never> = { state: 'loading', value: undefined }

/** Asked for again, with what was there before still in sight. */
export function reloading<Value>(before: Loaded<Value>): Loaded<Value> {
  return { state: 'loading', value: before.value }
}

/** What came back, or why nothing did. */
export function settled<Value>(before: Loaded<Value>, answer: Value | Failure): Loaded<Value> {
  if (hasFailed(answer)) return { state: 'failed', failure: answer, value: before.value }
  return { state: 'ready', value: answer }
}

/** What a poll brought; nothing when it failed or found no change: then the screen stays. */
export function renewed<Value>(
  before: Loaded<Value>,
  answer: Value | Failure,
): Loaded<Value> | undefined {
  if (hasFailed(answer) || same(answer, before.value)) return undefined
  return { state: 'ready', value: answer }
}

/** Answers are plain data in a fixed order, so their texts are equal when they are. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
