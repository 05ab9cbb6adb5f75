import { Missing, type MissingProps } from './Missing'
import { NoPlace } from './NoPlace'

/** In place of what is not there yet: its shape, what went wrong, or that only guides have it. */
export function GuideMissing(props: MissingProps) {
  const { loaded } = props
  if (loaded.state === 'failed' && loaded.failure.code === 'guide_missing') return <NoPlace />
  return <Missing {...props} />
}
