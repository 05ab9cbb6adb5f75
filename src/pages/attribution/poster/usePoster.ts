import { useEffect, useRef, useState } from 'react'
import type { ShareTarget } from '@domain/attribution/shareLink'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { paint } from '@/platform/canvas'
import { now } from '@/platform/clock'
import { codeOf } from '@/platform/code'
import type { AttributionStore, Poster } from '@/stores/AttributionStore'
import { useStores } from '@/stores/root'
import { POSTER, templates, type TemplateName } from './templates'

/** The canvas of the page, where WeChat needs one. */
export const CANVAS = 'poster-canvas'

/** What a poster is drawn from. */
interface Ready {
  readonly poster: Poster
  readonly code: string
}

/** A poster on its way: drawn, still being drawn, or why it can't be. */
export interface Drawing {
  readonly name: string
  /** A file that can be shown and saved. */
  readonly picture: string | undefined
  readonly failure: Failure | undefined
  readonly again: () => void
}

/** Gets what a poster shows, once, and draws it by a template; anew when another is chosen. */
export function usePoster(target: ShareTarget, template: TemplateName): Drawing {
  const { attribution } = useStores()
  const [ready, setReady] = useState<Ready | Failure>()
  const [drawn, setDrawn] = useState<{ template: TemplateName; picture: string } | Failure>()
  const [tries, setTries] = useState(0)
  const last = useRef(Promise.resolve())
  const key = JSON.stringify(target)

  useEffect(() => {
    void gather(attribution, JSON.parse(key) as ShareTarget).then(setReady)
  }, [attribution, key, tries])
  useEffect(() => {
    if (!ready || hasFailed(ready)) return undefined
    const { kind } = JSON.parse(key) as ShareTarget
    let isStale = false
    const show = (picture: string | undefined) => {
      if (!isStale) setDrawn(picture === undefined ? fail('broken') : { template, picture })
    }
    // One after the other: WeChat has one canvas for all of them.
    last.current = last.current.then(async () => {
      if (!isStale) show(await draw(ready, kind, template).catch(() => undefined))
    })
    return () => {
      isStale = true
    }
  }, [ready, key, template])

  const failure = [ready, drawn].find(hasFailed)
  const isCurrent = drawn && !hasFailed(drawn) && drawn.template === template
  return {
    name: ready && !hasFailed(ready) ? ready.poster.name : '',
    picture: isCurrent ? drawn.picture : undefined,
    failure,
    again: () => {
      setReady(undefined)
      setDrawn(undefined)
      setTries(tries + 1)
    },
  }
}

async function gather(store: AttributionStore, target: ShareTarget): Promise<Ready | Failure> {
  const poster = await store.poster(target)
  if (hasFailed(poster)) return poster
  const code = await codeOf(poster.link, () => store.code(poster.link))
  return hasFailed(code) ? code : { poster, code }
}

function draw(
  { poster, code }: Ready,
  kind: ShareTarget['kind'],
  template: TemplateName,
): Promise<string> {
  const { picture, sharer } = poster
  return paint(CANVAS, {
    ...POSTER,
    pictures: { picture, avatar: sharer.avatar, code },
    paint: (pen, pictures) => {
      templates[template](pen, { poster, kind, now: now(), pictures })
    },
  })
}
