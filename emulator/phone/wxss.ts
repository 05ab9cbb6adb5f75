/** Turns WeChat's style sheets and selectors into those of a browser. */
import { type ReadFile, resolvePath } from './package'

const tags =
  'view|text|image|button|input|textarea|swiper-item|swiper|scroll-view|navigator|label|form|' +
  'checkbox-group|checkbox|radio-group|radio|switch|slider|picker|icon|rich-text|progress|canvas|' +
  'cover-view|cover-image|root-portal|video|block'

const pageTag = /(^|[\s,>+~(])page(?=$|[\s,>+~:.[)#])/g
const tagNames = new RegExp(`(^|[\\s,>+~(])(${tags})(?=$|[\\s,>+~:.[)#])`, 'g')

/**
 * A selector as the page's author writes it → the same in our DOM: `view` is the element wx-view.
 */
export function domSelector(selector: string): string {
  return selector.replace(pageTag, '$1.phone-page').replace(tagNames, '$1wx-$2')
}

/**
 * Lengths that depend on the screen become multiples of the phone's own variables, because the
 * phone
 * may be a frame on a desktop: 750rpx and 100vw are its width, 100vh is the page's height.
 */
export function domLengths(css: string): string {
  return css.replace(/(-?\d*\.?\d+)(rpx|vw|vh)\b/g, 'calc($1 * var(--$2))')
}

/** A style sheet with its imports put in place. */
function withImports(read: ReadFile, path: string): string {
  const css = (read(path) ?? '').replace(/\/\*[\s\S]*?\*\//g, '')
  return css.replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g, (_, to: string) =>
    withImports(read, resolvePath(path, to)),
  )
}

/** The style sheet at `path` as CSS; empty when the package has none. */
export function styleSheet(read: ReadFile, path: string): string {
  return domLengths(withImports(read, path)).replace(/[^{}]+(?=\{)/g, (prelude) =>
    prelude.trim().startsWith('@') ? prelude : domSelector(prelude),
  )
}
