/** Looks at a page as it is shown: each runs inside the page and tells what is wrong there. */
import type Axe from 'axe-core'

/** The script that `barriers` asks. */
export const AXE = 'node_modules/axe-core/axe.min.js'

/** As it leaves itself in a page. */
declare const axe: typeof Axe

/** Runs in the page: what can be tapped and is lower than a thumb needs. */
export function smallTargets(): string[] {
  const tappable =
    'taro-button-core, taro-input-core, [role=button], [role=tab], [role=radio], ' +
    '[role=checkbox], [id^=product-], [id^=deal-], [id^=order-], .weui-tabbar__item'
  return [...document.querySelectorAll(tappable)].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect()
    const isSmall = height > 0 && (height < 43.5 || width < 43.5)
    const name = target.id || target.textContent
    return isSmall ? [`${name}: ${Math.round(width)} × ${Math.round(height)}`] : []
  })
}

/** Runs in the page: what is wider than the screen. */
export function overflows(): string[] {
  return [document.documentElement, ...document.querySelectorAll('.taro_page')].flatMap((box) =>
    box.scrollWidth > box.clientWidth ? [`${box.id}: ${box.scrollWidth}`] : [],
  )
}

/** Runs in the page: words that are cut off or hang out of their box without an ellipsis. */
export function cutWords(): string[] {
  return [...document.querySelectorAll('.taro_page taro-view-core, taro-button-core')].flatMap(
    (box) => {
      const { whiteSpace, textOverflow, display } = getComputedStyle(box)
      const hangsOut = box.scrollWidth > box.clientWidth + 1 && display !== 'inline'
      const isMeant = textOverflow === 'ellipsis' || box.children.length > 0
      return whiteSpace === 'nowrap' && hangsOut && !isMeant ? [box.textContent] : []
    },
  )
}

/** Runs in the page, which has axe: what keeps those out who see, hear or move otherwise. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Every look at a page, by what it looks for. */
export const looks = { smallTargets, overflows, cutWords, barriers }
