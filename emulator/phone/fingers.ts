/**
 * Fingers and mice on the screen become WeChat's events. Touches are followed by the component
 * framework itself; a mouse has to be translated, and the phone notes when it was last touched.
 */
import type { Device } from './device'
import { dispatch, touchTarget } from './events'

const longPressAfter = 350

/** A click within this time of a touch is the browser's echo of it. */
const echoLasts = 700

/** Translates what happens on the screen of a phone. */
export function listenToFingers(device: Device): void {
  const { view } = device.screen
  let lastTouch = -Infinity
  let longPress: ReturnType<typeof setTimeout> | undefined
  let wasLong = false
  view.addEventListener(
    'touchend',
    () => {
      lastTouch = Date.now()
      device.touched()
    },
    { capture: true },
  )
  view.addEventListener('mousedown', (event) => {
    wasLong = false
    const target = targetOf(event)
    if (!target || isEcho(lastTouch)) return
    longPress = setTimeout(() => {
      wasLong = true
      dispatch(target, 'longpress', { x: event.clientX, y: event.clientY }, true)
    }, longPressAfter)
  })
  view.addEventListener('mouseup', () => clearTimeout(longPress))
  view.addEventListener('mousemove', (event) => {
    if (event.movementX !== 0 || event.movementY !== 0) clearTimeout(longPress)
  })
  view.addEventListener('click', (event) => {
    const target = targetOf(event)
    if (!target || wasLong || isEcho(lastTouch)) return
    device.touched()
    dispatch(target, 'tap', { x: event.clientX, y: event.clientY }, true)
  })
}

function isEcho(lastTouch: number): boolean {
  return Date.now() - lastTouch < echoLasts
}

function targetOf(event: Event) {
  return event.target instanceof Element ? touchTarget(event.target) : undefined
}
