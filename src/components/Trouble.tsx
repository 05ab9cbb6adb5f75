import type { Failure } from '@domain/failure'
import { explain } from '@/text/failures'
import { sharedText } from '@/text/shared'
import { Empty } from './Empty'

/** What went wrong, and how to try again. */
export interface TroubleProps {
  readonly failure: Failure
  readonly onRetry: () => void
}

/** Says what happened in place of a page, that nothing was charged, and what to press. */
export function Trouble({ failure, onRetry }: TroubleProps) {
  return (
    <Empty
      title={explain(failure)}
      drawing={failure.code === 'offline' ? 'offline' : 'box'}
      hint={sharedText.notCharged}
      action={{ text: sharedText.again, onTap: onRetry, id: 'retry' }}
    />
  )
}
