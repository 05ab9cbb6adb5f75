/** What a browser adds to the phone: sizes, a status bar, pulling down. */
import { build } from '../dom'
import type { Phone } from '../phone'

/** Keeps the screen's units right: 750rpx and 100vw are its width, 100vh the page's height. */
export function measure(root: HTMLElement, view: HTMLElement): void {
  const set = () => {
    root.style.setProperty('--rpx', `${root.clientWidth / 750}px`)
    root.style.setProperty('--vw', `${root.clientWidth / 100}px`)
    root.style.setProperty('--vh', `${view.clientHeight / 100}px`)
  }
  set()
  new ResizeObserver(set).observe(view)
}

/** Draws the time and a battery above the navigation bar (only in the frame, see the styles). */
export function addStatusBar(phone: Phone): void {
  const time = build('span', '')
  phone.screen.root.append(build('div', 'phone-status', time, build('span', 'phone-battery')))
  const tell = () => {
    const now = new Date(phone.clock.now())
    time.textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`
  }
  tell()
  setInterval(tell, 10_000)
}

/**
 * How far a finger pulls before the page refreshes, and how long the dots stay without an answer.
 */
const pullDistance = 70
const longestPull = 5000

/** Lets a finger pull a page down where its settings allow it. */
export function addPulling(phone: Phone): void {
  const { view } = phone.screen
  let from: number | undefined
  view.addEventListener('touchstart', (event) => {
    const { element, settings } = phone.stack.top
    const isAllowed = settings.enablePullDownRefresh === true && element.scrollTop <= 0
    from = isAllowed ? event.touches[0]?.pageY : undefined
  })
  view.addEventListener('touchend', (event) => {
    const to = event.changedTouches[0]?.pageY
    if (from === undefined || to === undefined || to - from < pullDistance) return
    refresh(phone)
  })
}

/** Refreshes the page on top as a pull does. */
export function refresh(phone: Phone): void {
  const page = phone.stack.top
  page.element.classList.add('phone-pulled')
  setTimeout(() => page.element.classList.remove('phone-pulled'), longestPull)
  page.call('onPullDownRefresh')
}
