/** Building and finding elements, shared by the screen, the dialogs and the built-in components. */
import type { WxElement } from 'miniprogram-exparser'

/** Makes an element with a class and children. */
export function build(
  tag: string,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}

/** The component that stands behind an element of the DOM, if one does. */
export function componentOf(element: Element): WxElement | undefined {
  return (element as { __wxElement?: WxElement }).__wxElement
}

/**
 * Tells the tree that events on this inner element (an `<input>`, an `<img>`) are the component's.
 */
export function belongTo(element: Element, component: WxElement): void {
  ;(element as { __wxElement?: WxElement }).__wxElement = component
}

/** Booleans as templates pass them: `disabled="false"` is false, `disabled=""` too. */
export function isOn(value: unknown): boolean {
  return value !== '' && value !== 'false' && Boolean(value)
}

/** Text as templates pass it; null and undefined are the empty text. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
