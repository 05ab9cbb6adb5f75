/**
 * The 2d canvas a page draws on: a browser's own, or one that notes what is drawn where none is.
 */
import type { Device } from '../device'

/** A single transparent pixel: what a canvas that cannot draw exports. */
const emptyPicture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** What was drawn on a canvas that cannot draw, as `fillText("团",10,20)`. */
const drawings = new WeakMap<Element, string[]>()

const canDraw = () => typeof CanvasRenderingContext2D !== 'undefined'

/** The strokes noted on a `<canvas>` component; empty where the browser really draws. */
export function drawnOn(element: Element): readonly string[] {
  const canvas = element.querySelector('canvas')
  return canvas ? (drawings.get(canvas) ?? []) : []
}

/** A picture for `drawImage`. Its `src` may be anything an <image> takes. */
function createImage(device: Device): HTMLImageElement {
  const image = new Image()
  const page = device.stack.top.place.route
  Object.defineProperty(image, 'src', {
    get: () => image.getAttribute('src') ?? '',
    set: (source: string) => {
      if (canDraw()) image.setAttribute('src', device.files.url(source, page))
      // Where nothing is drawn nothing is loaded either: the picture counts as there.
      else setTimeout(() => image.dispatchEvent(new Event('load')), 0)
    },
  })
  if (!canDraw())
    for (const side of ['width', 'height']) Object.defineProperty(image, side, { value: 100 })
  return image
}

/** A context that notes each call; text is measured as if every character were ten wide. */
function notingContext(canvas: HTMLCanvasElement): object {
  const notes: string[] = []
  drawings.set(canvas, notes)
  const state: Record<string, unknown> = { canvas }
  const answers: Record<string, (...values: number[]) => unknown> = {
    measureText: (text) => ({ width: String(text).length * 10 }),
    createLinearGradient: () => ({ addColorStop: () => undefined }),
    createRadialGradient: () => ({ addColorStop: () => undefined }),
    createPattern: () => ({}),
    getImageData: (_x, _y, width = 1, height = 1) => ({
      width,
      height,
      data: new Uint8ClampedArray(width * height * 4),
    }),
    isPointInPath: () => false,
  }
  return new Proxy(state, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown
      return (...values: number[]) => {
        const words = values.map((value) =>
          typeof value === 'object' ? '…' : JSON.stringify(value),
        )
        notes.push(`${name}(${words.join(',')})`)
        return answers[name]?.(...values)
      }
    },
  })
}

const prepared = new WeakSet<HTMLCanvasElement>()

/** The canvas that `fields({node: true})` hands to the page; null for other components. */
export function canvasNode(device: Device, element: Element): HTMLCanvasElement | null {
  const canvas = element.querySelector('canvas')
  if (!canvas || prepared.has(canvas)) return canvas
  prepared.add(canvas)
  Object.assign(canvas, {
    createImage: () => createImage(device),
    requestAnimationFrame: (draw: () => void) => device.clock.setTimeout(draw, 16),
    cancelAnimationFrame: device.clock.clear,
  })
  if (!canDraw()) {
    const context = notingContext(canvas)
    Object.assign(canvas, { getContext: () => context, toDataURL: () => emptyPicture })
  }
  return canvas
}
