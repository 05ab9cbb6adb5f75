import type { ReactNode } from 'react'
import type { Failure } from '@domain/failure'
import { Skeleton, type SkeletonKind } from './Skeleton'
import { Trouble } from './Trouble'
import { NoPlace } from './NoPlace'

/** What is on its way, or why it did not come. */
type Coming =
  { readonly state: 'loading' | 'ready' } | { readonly state: 'failed'; readonly failure: Failure }

/** What is on its way, and how to ask for it again. */
export interface GuideMissingProps {
  readonly loaded: Coming
  readonly shape: SkeletonKind
  readonly onRetry: () => void
}

/** In place of what is not there yet: its shape, what went wrong, or that only guides have it. */
export function GuideMissing({ loaded, shape, onRetry }: GuideMissingProps): ReactNode {
  if (loaded.state !== 'failed') return <Skeleton kind={shape} />
  return <WhyNot failure={loaded.failure} onRetry={onRetry} />
}

function WhyNot({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  if (failure.code === 'guide_missing') return <NoPlace />
  return <Trouble failure={failure} onRetry={onRetry} />
}
