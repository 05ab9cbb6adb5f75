/** Sends events into the component tree, as the view layer of a phone does. */
import exparser, { type WxElement } from 'miniprogram-exparser'
import { componentOf } from './dom'

/** Sends an event to a component. Events of the finger bubble; those of a component do not. */
export function dispatch(
  target: WxElement | Element,
  name: string,
  detail: object,
  bubbles: boolean,
): void {
  const extraFields = { touches: [], changedTouches: [] }
  const options = { bubbles, composed: true, capturePhase: true, extraFields }
  exparser.Event.dispatchEvent(target, exparser.Event.create(name, detail, options))
}

/**
 * The component that a finger on `element` reaches: text and pictures belong to the component
 * around
 * them, and a disabled button lets the tap through to what is behind it.
 */
export function touchTarget(element: Element): WxElement | undefined {
  const disabled = element.closest('wx-button[disabled]')
  for (let at = disabled?.parentElement ?? element; ;) {
    const component = componentOf(at)
    if (component) return component
    if (!at.parentElement) return undefined
    at = at.parentElement
  }
}
