import { useEffect } from 'react'
import type { ShareTarget } from '@domain/attribution/shareLink'
import { usePageValues } from '@/platform/go'
import { enteredFrom } from '@/platform/scene'
import { useShare } from '@/platform/share'
import type { Shared, Sharing } from '@/platform/sharing'
import { useVisible } from '@/platform/visible'
import { useStores } from './root'

/** What a page shares: what friends see, and what it leads to. */
export interface SharedPage extends Shared {
  readonly target: ShareTarget
}

/** A page is looked at for so long before its link for Moments is got: the page itself is first. */
const LOOKED_AT_MS = 2000

/** The whole shop. */
const home: ShareTarget = { kind: 'home' }

/**
 * Lets a page be shared by links of its visitor's own, and leaves the touch of the link by which
 * it was opened. To be called by every page that can be shared.
 *
 * A friend's link is got when it is asked for. Moments wait for nothing, so theirs has to be there
 * before: who passes a guide's chain on gets one for each page, everybody else one for the shop.
 */
export function useSharing(
  shared: () => SharedPage,
  { toMoments = false }: { readonly toMoments?: boolean } = {},
): Sharing {
  const { attribution } = useStores()
  const { link } = usePageValues()
  const visible = useVisible()
  const { target } = shared()
  const key = JSON.stringify(target)

  useEffect(() => {
    if (link !== undefined) void attribution.opened(link, enteredFrom())
  }, [attribution, link])
  useEffect(() => {
    if (visible) void attribution.tellOpenings()
  }, [attribution, visible])
  useEffect(() => {
    if (!toMoments || !visible) return undefined
    const timer = setTimeout(() => {
      void attribution.prepare(attribution.isInChain ? (JSON.parse(key) as ShareTarget) : home)
    }, LOOKED_AT_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [attribution, toMoments, visible, key])

  return useShare(shared, {
    chat: () => attribution.linkTo(shared().target, 'chat'),
    // A link that has not come yet is stood in for by the one that led here: its guide is the same.
    moments: () =>
      attribution.linkThere(shared().target, 'moments') ??
      link ??
      attribution.linkThere(home, 'moments'),
  })
}
