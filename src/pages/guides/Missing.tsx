import type { ReactNode } from 'react'
import type { Failure } from '@domain/failure'
import { Skeleton, type SkeletonKind } from '@/components/Skeleton'
import { Trouble } from '@/components/Trouble'
import type { Loaded } from '@/stores/loaded'
import { NoPlace } from './NoPlace'

/** What is on its way, and how to ask for it again. */
export interface MissingProps {
  readonly loaded: Loaded<unknown>
  readonly shape: SkeletonKind
  readonly onRetry: () => void
}

/** In place of what is not there yet: its shape, what went wrong, or that only guides have it. */
export function Missing({ loaded, shape, onRetry }: MissingProps): ReactNode {
  if (loaded.state !== 'failed') return <Skeleton kind={shape} />
  return <WhyNot failure={loaded.failure} onRetry={onRetry} />
}

function WhyNot({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  if (failure.code === 'guide_missing') return <NoPlace />
  return <Trouble failure={failure} onRetry={onRetry} />
}
