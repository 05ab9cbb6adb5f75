/** <swiper>: pages of a carousel, one beside or below the other; on this phone they scroll. */
import { asText, isOn } from '../dom'
import type { BuiltIn, Host, Reactions } from './host'
import { dragByMouse } from './mouse-drag'

/** Why the item changed, as the event says it: the page's own change has the empty word. */
type Source = 'touch' | 'autoplay' | ''

class Carousel {
  private readonly dots = document.createElement('div')
  private current = 0
  /** The item that the carousel is on its way to by itself; scrolling meanwhile is nobody's. */
  private heading: number | undefined
  private timer: number | undefined

  constructor(private readonly host: Host) {
    this.dots.className = 'phone-dots'
    host.element.addEventListener('scroll', () => this.scrolled())
    for (const touch of ['mousedown', 'touchstart']) {
      host.element.addEventListener(touch, () => (this.heading = undefined))
    }
    dragByMouse(host.element)
    // Items often come after the carousel, when the page has read its pictures.
    new MutationObserver(() => this.recount()).observe(host.element, { childList: true })
  }

  get reactions(): Reactions {
    return {
      attached: () => {
        this.current = this.asked
        this.recount()
        this.play()
      },
      changed: {
        vertical: (value) => void this.host.element.toggleAttribute('vertical', isOn(value)),
        current: () => {
          if (this.host.element.isConnected) this.go(this.asked, '')
        },
        indicatorDots: () => this.paint(),
        autoplay: () => this.play(),
        interval: () => this.play(),
      },
      slide: (to) => this.go(to, 'touch'),
    }
  }

  private get asked(): number {
    return Number(this.host.property('current') ?? 0)
  }

  private get items(): Host[] {
    return this.host.inside('swiper-item')
  }

  private get isVertical(): boolean {
    return isOn(this.host.property('vertical'))
  }

  private go(to: number, source: Source): void {
    if (to === this.current || !this.items[to]) return
    this.arrive(to, source)
    this.move()
  }

  private arrive(at: number, source: Source): void {
    const item = this.items[at]
    if (!item) return
    this.current = at
    this.paint()
    const detail = { current: at, currentItemId: asText(item.property('itemId')), source }
    this.host.fire('change', detail)
    this.host.fire('animationfinish', detail)
  }

  /** Items came or went: what is shown stays, or becomes the first when it is gone. */
  private recount(): void {
    if (this.items.length > 0 && this.current >= this.items.length) this.current = 0
    this.move()
  }

  private move(): void {
    const { element } = this.host
    this.paint()
    const side = this.isVertical ? element.clientHeight : element.clientWidth
    const place = this.current * side
    const isThere = (this.isVertical ? element.scrollTop : element.scrollLeft) === place
    this.heading = isThere ? undefined : this.current
    if (isThere) return
    if (this.isVertical) element.scrollTop = place
    else element.scrollLeft = place
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.host.element
    this.dots.style.translate = `${scrollLeft}px ${scrollTop}px`
    const [at, side] = this.isVertical ? [scrollTop, clientHeight] : [scrollLeft, clientWidth]
    const item = at / (side || 1)
    if (this.heading === undefined) {
      const nearest = Math.round(item)
      // A finger has pushed it there, and is perhaps still on it.
      if (nearest !== this.current) this.arrive(nearest, 'touch')
    } else if (Math.abs(item - this.heading) < 0.01) this.heading = undefined
  }

  private paint(): void {
    const { element } = this.host
    const wanted = isOn(this.host.property('indicatorDots'))
    if (!wanted) this.dots.remove()
    else if (this.dots.parentElement !== element) element.append(this.dots)
    const colour = (name: string) => asText(this.host.property(name))
    this.dots.replaceChildren(
      ...this.items.map((_, index) => {
        const dot = document.createElement('i')
        if (index === this.current) dot.className = 'phone-on'
        dot.style.background = colour(
          index === this.current ? 'indicatorActiveColor' : 'indicatorColor',
        )
        return dot
      }),
    )
  }

  private play(): void {
    const clock = this.host.device?.clock
    clock?.clear(this.timer)
    if (!isOn(this.host.property('autoplay'))) return
    const next = () => {
      const count = this.items.length
      if (!this.host.element.isConnected) clock?.clear(this.timer)
      else if (count > 1) this.go((this.current + 1) % count, 'autoplay')
    }
    this.timer = clock?.setInterval(next, Number(this.host.property('interval') ?? 5000))
  }
}

/** The carousel. */
export const swiper: BuiltIn = {
  tag: 'swiper',
  properties: [
    ...['indicatorDots', 'indicatorColor', 'indicatorActiveColor', 'autoplay', 'current'],
    ...['interval', 'duration', 'circular', 'vertical', 'previousMargin', 'nextMargin'],
    ...['displayMultipleItems', 'easingFunction', 'snapToEdge', 'currentItemId'],
  ],
  make: (host) => new Carousel(host).reactions,
}
