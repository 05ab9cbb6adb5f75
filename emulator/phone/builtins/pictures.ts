/** <image>, <cover-image>, <icon>, <canvas>, <rich-text>, <progress>: what is looked at. */
import { asText } from '../dom'
import type { BuiltIn, Host } from './host'

function makeImage(host: Host) {
  const image = host.contain('img')
  image.draggable = false
  const load = () => {
    const source = asText(host.property('src'))
    const page = host.element.closest<HTMLElement>('.phone-page')?.dataset['route'] ?? ''
    const url = source === '' ? '' : (host.device?.files.url(source, page) ?? '')
    if (url === '') image.removeAttribute('src')
    else if (image.getAttribute('src') !== url) image.src = url
  }
  image.addEventListener('load', () => {
    host.fire('load', { width: image.naturalWidth, height: image.naturalHeight })
  })
  image.addEventListener('error', () => {
    host.fire('error', { errMsg: `GET ${image.src} error` })
  })
  return {
    attached: load,
    changed: {
      src: load,
      mode: (value: unknown) => {
        host.element.setAttribute('mode', asText(value) || 'scaleToFill')
      },
    },
  }
}

const imageProperties = ['src', 'mode', 'lazyLoad', 'webp', 'showMenuByLongpress', 'fadeIn']

/** A picture; `src` may be a path of the package, a cloud file id or a temporary file. */
export const image: BuiltIn = { tag: 'image', properties: imageProperties, make: makeImage }

/** A picture above native components. */
export const coverImage: BuiltIn = { ...image, tag: 'cover-image' }

/** A surface to draw on; the page gets it by `fields({node: true})`. */
export const canvas: BuiltIn = {
  tag: 'canvas',
  properties: ['type', 'canvasId', 'disableScroll'],
  make: (host) => {
    host.contain('canvas')
    return {}
  },
}

interface RichNode {
  readonly type?: string
  readonly text?: string
  readonly name?: string
  readonly attrs?: Readonly<Record<string, string>>
  readonly children?: readonly RichNode[]
}

function richNode(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '')
  const element = document.createElement(node.name ?? 'span')
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value)
  element.append(...(node.children ?? []).map(richNode))
  return element
}

/** Text with marks, as HTML or as nodes. Events inside it do not exist, as in WeChat. */
export const richText: BuiltIn = {
  tag: 'rich-text',
  properties: ['nodes', 'space', 'userSelect'],
  make: (host) => {
    const box = host.contain('div')
    return {
      changed: {
        nodes: (value) => {
          if (Array.isArray(value)) box.replaceChildren(...(value as RichNode[]).map(richNode))
          else box.innerHTML = asText(value)
        },
      },
    }
  },
}

/** A bar that fills. */
export const progress: BuiltIn = {
  tag: 'progress',
  properties: ['percent', 'activeColor', 'backgroundColor', 'strokeWidth', 'showInfo', 'active'],
  make: (host) => {
    const bar = host.contain('div')
    return {
      changed: {
        percent: (value) => (bar.style.width = `${Number(value)}%`),
        activeColor: (value) => (bar.style.background = asText(value)),
      },
    }
  },
}
