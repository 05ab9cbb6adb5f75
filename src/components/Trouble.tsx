import type { Failure, FailureCode } from '@domain/failure'
import { openTab } from '@/platform/go'
import { explain } from '@/text/failures'
import { sharedText } from '@/text/shared'
import { Empty } from './Empty'

/** What went wrong, and how to try again. */
export interface TroubleProps {
  readonly failure: Failure
  readonly onRetry: () => void
}

/** Where asking again would only bring the same answer. */
const gone: readonly FailureCode[] = [
  'product_unknown',
  'deal_unknown',
  'team_unknown',
  'store_unknown',
  'order_unknown',
  'link_unknown',
  'live_unknown',
  'lottery_unknown',
  'prize_unwon',
  'role_missing',
]

/** Says what happened in place of a page, that nothing was charged, and what to press. */
export function Trouble({ failure, onRetry }: TroubleProps) {
  if (gone.includes(failure.code)) {
    return <Empty title={explain(failure)} action={goHome} />
  }
  return (
    <Empty
      title={explain(failure)}
      drawing={failure.code === 'offline' ? 'offline' : 'box'}
      hint={sharedText.notCharged}
      action={{ text: sharedText.again, onTap: onRetry, id: 'retry' }}
    />
  )
}

const goHome = {
  text: sharedText.goHome,
  id: 'home',
  onTap: () => {
    openTab('home')
  },
}
