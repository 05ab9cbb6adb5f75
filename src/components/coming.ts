import type { Failure } from '@domain/failure'

/** Something from the cloud on its way to the screen, or why it did not come. */
export type Coming =
  { readonly state: 'loading' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure }
