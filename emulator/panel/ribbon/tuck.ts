const key = 'jutuan.ribbon'
const dragPx = 6
/** The page's own bars live here; the tab never goes there. */
const freeTopPx = 64
const freeBottomPx = 180

/** Where the tab hangs: which edge, and how far down, as a share of the window's height. */
interface Place {
  side: 'left' | 'right'
  down: number
}

/**
 * Keeps the tab at an edge of the window, lets it be dragged along and across, and remembers
 * where.
 */
export function tuck(host: HTMLElement, tab: HTMLElement, tapped: () => void): void {
  const place = remembered()
  let start: { x: number; y: number; dragged: boolean } | undefined
  const hang = () => {
    const top = Math.min(place.down * innerHeight, innerHeight - freeBottomPx)
    host.style.top = `${Math.max(top, freeTopPx)}px`
    host.dataset.side = place.side
    host.dataset.half = place.down < 0.5 ? 'upper' : 'lower'
  }
  tab.addEventListener('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY, dragged: false }
    tab.setPointerCapture(event.pointerId)
  })
  tab.addEventListener('pointermove', (event) => {
    if (!start) return
    start.dragged ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > dragPx
    if (!start.dragged) return
    place.down = event.clientY / innerHeight
    place.side = event.clientX < innerWidth / 2 ? 'left' : 'right'
    hang()
  })
  tab.addEventListener('click', (event) => {
    const wasDrag = start?.dragged ?? false
    start = undefined
    if (wasDrag) localStorage.setItem(key, JSON.stringify(place))
    else tapped()
    event.stopPropagation()
  })
  tab.addEventListener('pointercancel', () => (start = undefined))
  addEventListener('resize', hang)
  hang()
}

function remembered(): Place {
  const place: Place = { side: 'right', down: 0.4 }
  const found = /^\{"side":"(left|right)","down":(-?[\d.]+)\}$/.exec(
    localStorage.getItem(key) ?? '',
  )
  if (!found) return place
  return { side: found[1] === 'left' ? 'left' : 'right', down: Number(found[2]) }
}
