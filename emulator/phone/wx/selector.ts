/** wx.createSelectorQuery: sizes and places of elements, seen from the page's window. */
import exparser, { type WxElement } from 'miniprogram-exparser'
import type { Instance } from 'j-component'
import type { Device } from '../device'
import { canvasNode } from './canvas-node'

type Fields = Readonly<Record<string, unknown>>
type Callback = (result: unknown) => void

interface Task {
  readonly scope: WxElement | undefined
  readonly selector: string
  readonly all: boolean
  readonly fields: Fields
  readonly callback: Callback | undefined
}

/** Collects questions and answers them together, later, as WeChat does. */
class SelectorQuery {
  private tasks: Task[] = []
  private scope: WxElement | undefined

  constructor(private readonly device: Device) {}

  in(component: Instance): this {
    this.scope = component._exparserNode
    return this
  }

  select(selector: string) {
    return this.question(this.scopeNow(), selector, false)
  }

  selectAll(selector: string) {
    return this.question(this.scopeNow(), selector, true)
  }

  selectViewport() {
    return this.question(undefined, '', false)
  }

  exec(callback?: Callback): this {
    const tasks = this.tasks
    this.tasks = []
    setTimeout(() => {
      const results = tasks.map((task) => {
        const result = this.answer(task)
        task.callback?.(result)
        return result
      })
      callback?.(results)
    }, 0)
    return this
  }

  private scopeNow(): WxElement {
    return this.scope ?? this.device.stack.top.instance._exparserNode
  }

  private question(scope: WxElement | undefined, selector: string, all: boolean) {
    const add = (fields: Fields, callback?: Callback): this => {
      this.tasks.push({ scope, selector, all, fields, callback })
      return this
    }
    const place = { id: true, dataset: true }
    return {
      fields: add,
      boundingClientRect: (callback?: Callback) =>
        add({ ...place, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => add({ ...place, scrollOffset: true }, callback),
      node: (callback?: Callback) => add({ node: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
    }
  }

  private answer({ scope, selector, all, fields }: Task): unknown {
    if (!scope) return this.measure(undefined, this.device.stack.top.element, fields)
    const root = scope.shadowRoot ?? scope
    if (!all) {
      const found = root.querySelector(selector)
      return found?.$$ ? this.measure(found, found.$$, fields) : null
    }
    return root
      .querySelectorAll(selector)
      .map((found) => (found.$$ ? this.measure(found, found.$$, fields) : null))
  }

  /** `node` is undefined for the page's window itself. */
  private measure(node: WxElement | undefined, element: HTMLElement, fields: Fields): object {
    const rect = element.getBoundingClientRect()
    const origin = this.device.screen.view.getBoundingClientRect()
    const [left, top] = [rect.left - origin.left, rect.top - origin.top]
    return {
      ...(fields['id'] === true && { id: node?.id ?? '' }),
      ...(fields['dataset'] === true && { dataset: { ...node?.dataset } }),
      ...(fields['rect'] === true && {
        left,
        top,
        right: left + rect.width,
        bottom: top + rect.height,
      }),
      ...(fields['size'] === true && { width: rect.width, height: rect.height }),
      ...(fields['scrollOffset'] === true && {
        scrollLeft: element.scrollLeft,
        scrollTop: element.scrollTop,
        scrollWidth: element.scrollWidth,
        scrollHeight: element.scrollHeight,
      }),
      ...propertiesOf(node, fields['properties']),
      ...stylesOf(element, fields['computedStyle']),
      ...(fields['node'] === true && { node: canvasNode(this.device, element) }),
    }
  }
}

function propertiesOf(node: WxElement | undefined, names: unknown): object {
  if (!node || !Array.isArray(names)) return {}
  const known = (names as string[]).filter((name) =>
    exparser.Component.hasPublicProperty(node, name),
  )
  return Object.fromEntries(known.map((name) => [name, node.data[name]]))
}

function stylesOf(element: HTMLElement, names: unknown): object {
  if (!Array.isArray(names)) return {}
  const style = getComputedStyle(element) as unknown as Record<string, string>
  return Object.fromEntries((names as string[]).map((name) => [name, style[name] ?? '']))
}

/** Makes the function behind `wx.createSelectorQuery` and `this.createSelectorQuery`. */
export function selectorQuery(device: Device): () => SelectorQuery {
  return () => new SelectorQuery(device)
}
