import type { ActionName } from '@domain/functions'

/** A call as a phone makes it. */
export interface Event {
  readonly name: ActionName
  readonly input: object
}
