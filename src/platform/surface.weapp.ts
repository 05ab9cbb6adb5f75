import Taro from '@tarojs/taro'

/** A canvas of the page that is ready to be drawn on. Its pixels are CSS pixels until then. */
export interface Surface {
  readonly canvas: HTMLCanvasElement
  /** Pixels of the screen for one of CSS. */
  readonly pixelRatio: number
}

/** What WeChat tells of a canvas, `<Canvas type="2d">`. */
interface CanvasField {
  readonly node?: HTMLCanvasElement
  readonly width: number
  readonly height: number
}

/** Finds the page's canvas by its id, as large as the page shows it; undefined when it is gone. */
export function surfaceOf(canvasId: string): Promise<Surface | undefined> {
  return new Promise((found) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true, size: true })
      .exec(([field]: readonly [CanvasField | null]) => {
        found(field ? surface(field) : undefined)
      })
  })
}

function surface({ node, width, height }: CanvasField): Surface | undefined {
  if (!node) return undefined
  node.width = width
  node.height = height
  // A browser's context knows its canvas; not every version of WeChat's does.
  const context: object | null = node.getContext('2d')
  if (context && !('canvas' in context)) Object.assign(context, { canvas: node })
  return { canvas: node, pixelRatio: Taro.getWindowInfo().pixelRatio }
}
