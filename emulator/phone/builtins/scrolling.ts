/** <scroll-view>: a part of the page that moves under the finger. */
import { isOn } from '../dom'
import type { BuiltIn, Host } from './host'
import { dragByMouse } from './mouse-drag'

function watchScroll(host: Host): () => void {
  let isLow = false
  let isHigh = true
  return () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } =
      host.element
    host.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
    const isSideways = isOn(host.property('scrollX'))
    const left = isSideways
      ? scrollWidth - scrollLeft - clientWidth
      : scrollHeight - scrollTop - clientHeight
    const wasLow = isLow
    isLow = left < Number(host.property('lowerThreshold') ?? 50)
    const wasHigh = isHigh
    isHigh = (isSideways ? scrollLeft : scrollTop) < Number(host.property('upperThreshold') ?? 50)
    if (isHigh && !wasHigh) host.fire('scrolltoupper', { direction: isSideways ? 'left' : 'top' })
    if (isLow && !wasLow) host.fire('scrolltolower', { direction: isSideways ? 'right' : 'bottom' })
  }
}

/** A part of the page that scrolls by itself. */
export const scrollView: BuiltIn = {
  tag: 'scroll-view',
  properties: [
    ...['scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'scrollWithAnimation'],
    ...['lowerThreshold', 'upperThreshold', 'refresherEnabled', 'refresherTriggered', 'enhanced'],
    ...['showScrollbar', 'enableFlex', 'enableBackToTop', 'type', 'bounces', 'pagingEnabled'],
    ...['enablePassive', 'fastDeceleration', 'refresherBackground', 'refresherDefaultStyle'],
  ],
  make: (host) => {
    const { element } = host
    element.addEventListener('scroll', watchScroll(host))
    dragByMouse(element)
    return {
      changed: {
        scrollX: (value) => void element.toggleAttribute('scroll-x', isOn(value)),
        scrollY: (value) => void element.toggleAttribute('scroll-y', isOn(value)),
        enableFlex: (value) => void element.toggleAttribute('enable-flex', isOn(value)),
        scrollTop: (value) => (element.scrollTop = Number(value) || 0),
        scrollLeft: (value) => (element.scrollLeft = Number(value) || 0),
        scrollIntoView: (value) => {
          if (typeof value !== 'string' || value === '') return
          // The element it names may be drawn by the same setData.
          setTimeout(() => {
            const target = [...element.querySelectorAll('[id]')].find(({ id }) => id === value)
            if (!target) return
            const [to, from] = [target.getBoundingClientRect(), element.getBoundingClientRect()]
            element.scrollTop += to.top - from.top
            element.scrollLeft += to.left - from.left
          }, 0)
        },
      },
    }
  },
}
