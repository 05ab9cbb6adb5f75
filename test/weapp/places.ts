/** Pages as `pages.test.ts` looks at each of them. */

/** A page, its address, and what stands there only when its content does. */
export interface Place {
  readonly path: string
  readonly query?: () => string
  readonly shows: () => string
  /** It has nothing to show without the cloud. */
  readonly waits: boolean
  readonly pulls: boolean
  /** Who looks at it. */
  readonly who: string
}

/** A page that ann looks at, unless told otherwise. */
export const place = (
  path: string,
  shows: string | (() => string),
  more: Partial<Place> = {},
): Place => ({
  path: `pages/${path}/index`,
  shows: typeof shows === 'string' ? () => shows : shows,
  waits: true,
  pulls: true,
  who: 'ann',
  ...more,
})
