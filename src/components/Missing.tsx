import type { Coming } from './coming'
import { Skeleton, type SkeletonKind } from './Skeleton'
import { Trouble } from './Trouble'

/** What is on its way, and how to ask for it again. */
export interface MissingProps {
  readonly loaded: Coming
  readonly shape: SkeletonKind
  readonly onRetry: () => void
}

/** In place of what is not there yet: its shape, or what went wrong. */
export function Missing({ loaded, shape, onRetry }: MissingProps) {
  if (loaded.state !== 'failed') return <Skeleton kind={shape} />
  return <Trouble failure={loaded.failure} onRetry={onRetry} />
}
