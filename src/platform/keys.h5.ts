/** What has a role that is tapped is reached and tapped by keyboard, too. */

const TAPPABLE = ['button', 'link', 'radio', 'checkbox', 'switch', 'tab']
  .map((role) => `[role=${role}]`)
  .join()

/** A page is reached as well, to be scrolled where there is nothing to tap. */
const REACHABLE = `${TAPPABLE},.taro_page`

/** From now on, for whatever comes into the page. */
export function listenToKeys(): void {
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      for (const node of type === 'attributes' ? [target] : addedNodes) {
        if (node instanceof HTMLElement) makeReachable(node)
      }
    }
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['role'] })
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (key !== 'Enter' && key !== ' ') return
    if (!(target instanceof HTMLElement) || !target.matches(TAPPABLE)) return
    event.preventDefault()
    target.click()
  })
}

function makeReachable(element: HTMLElement): void {
  const found = element.querySelectorAll<HTMLElement>(REACHABLE)
  for (const one of [element, ...found]) {
    if (one.matches(REACHABLE) && !one.hasAttribute('tabindex')) one.tabIndex = 0
  }
}
