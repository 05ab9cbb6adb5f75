/** What may stand inside an element; nothing is shown for undefined and false. */
export type Child = Node | string | number | undefined | false

type Attribute = string | number | boolean | undefined | ((event: Event) => unknown)

/**
 * Makes an element: `make('button', { class: 'plain', onclick: save }, '保存')`.
 * Text goes in as text, so nothing that a shop stores can become markup.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...shown(children))
  return element
}

/** Puts `children` in place of whatever `element` held. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...shown(children))
}

function shown(children: readonly Child[]): (Node | string)[] {
  return children
    .filter((child) => child !== undefined && child !== false)
    .map((child) => (typeof child === 'number' ? String(child) : child))
}
