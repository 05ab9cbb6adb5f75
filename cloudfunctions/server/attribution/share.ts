import type { ShareChannel, ShareTarget } from '@domain/attribution/shareLink'
import { hasFailed } from '@domain/failure'
import type { Caller } from '../kit/serve'
import { linksOf, type Links } from './links'
import { readSharer, type TargetUnknown } from './sharer'

/** What is to be shared, and how. */
interface Asking {
  readonly target: ShareTarget
  readonly channels: readonly ShareChannel[]
}

/**
 * The caller's links to something, the same ones each time. Whom they credit follows from what the
 * cloud knows of the caller. Two SDK calls, and one more for links that are new.
 */
export async function share(
  { target, channels }: Asking,
  caller: Caller,
): Promise<{ readonly links: Links } | TargetUnknown> {
  const sharer = await readSharer(target, caller)
  if (hasFailed(sharer)) return sharer
  return { links: await linksOf({ target, channels, chain: sharer.chain }, caller) }
}
