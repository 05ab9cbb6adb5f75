import { useEffect, useState } from 'react'
import { hasFailed, type Failure } from '@domain/failure'
import { Skeleton } from '@/components/Skeleton'
import { Trouble } from '@/components/Trouble'
import { setTitle, usePageValues } from '@/platform/go'
import { enteredFrom } from '@/platform/scene'
import { useStores } from '@/stores/root'
import { attributionText } from '@/text/attribution'
import { goOn } from './goOn'

/** Where codes lead: finds out what the link is for, and goes there. */
export default function OpenPage() {
  const { scene = '' } = usePageValues()
  const { attribution } = useStores()
  const [failure, setFailure] = useState<Failure>()
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let isGone = false
    void attribution.follow(scene, enteredFrom()).then((opened) => {
      if (isGone) return
      if (hasFailed(opened)) setFailure(opened)
      else goOn(opened)
    })
    return () => {
      isGone = true
    }
  }, [attribution, scene, tries])

  const isUnknown = failure?.code === 'link_unknown'
  useEffect(() => {
    if (isUnknown) setTitle(attributionText.unknownHead)
  }, [isUnknown])

  if (!failure) return <Skeleton kind="product" />
  const again = () => {
    setFailure(undefined)
    setTries(tries + 1)
  }
  return <Trouble failure={failure} onRetry={again} />
}
