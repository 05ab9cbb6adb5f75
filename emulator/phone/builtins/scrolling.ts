/** <scroll-view> and <swiper>: what moves under the finger. */
import { isOn } from '../dom'
import type { BuiltIn, Host } from './host'

function watchScroll(host: Host): () => void {
  let isLow = false
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
            const target = element.querySelector(`#${CSS.escape(value)}`)
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

/** Moves a swiper to an item and paints its dots. */
function showItem(host: Host, dots: HTMLElement, current: number): void {
  const items = host.inside('swiper-item')
  host.element.scrollLeft = current * host.element.clientWidth
  dots.replaceChildren(
    ...items.map((_, index) => {
      const dot = document.createElement('i')
      if (index === current) dot.className = 'phone-on'
      return dot
    }),
  )
}

/** Pages of a carousel side by side; on this phone they scroll. */
export const swiper: BuiltIn = {
  tag: 'swiper',
  properties: [
    ...['indicatorDots', 'indicatorColor', 'indicatorActiveColor', 'autoplay', 'current'],
    ...['interval', 'duration', 'circular', 'vertical', 'previousMargin', 'nextMargin'],
    ...['displayMultipleItems', 'easingFunction', 'snapToEdge', 'currentItemId'],
  ],
  make: (host) => {
    const dots = document.createElement('div')
    dots.className = 'phone-dots'
    let current = 0
    let timer: number | undefined
    const go = (to: number, source: string) => {
      if (to === current) return
      current = to
      showItem(host, dots, current)
      host.fire('change', { current, currentItemId: '', source })
      host.fire('animationfinish', { current, currentItemId: '', source })
    }
    host.element.addEventListener('scroll', () => {
      dots.style.left = `${host.element.scrollLeft}px`
      go(Math.round(host.element.scrollLeft / (host.element.clientWidth || 1)), 'touch')
    })
    const play = () => {
      host.device?.clock.clear(timer)
      if (!isOn(host.property('autoplay'))) return
      const next = () => {
        const count = host.inside('swiper-item').length
        if (!host.element.isConnected) host.device?.clock.clear(timer)
        else if (count > 1) go((current + 1) % count, 'autoplay')
      }
      timer = host.device?.clock.setInterval(next, Number(host.property('interval') ?? 5000))
    }
    return {
      attached: () => {
        if (isOn(host.property('indicatorDots'))) host.element.append(dots)
        current = Number(host.property('current') ?? 0)
        setTimeout(() => showItem(host, dots, current), 0)
        play()
      },
      changed: {
        current: (value) => {
          if (!host.element.isConnected || Number(value) === current) return
          current = Number(value)
          showItem(host, dots, current)
        },
        autoplay: play,
      },
    }
  },
}
