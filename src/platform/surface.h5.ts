/** A canvas of the page that is ready to be drawn on. Its pixels are CSS pixels until then. */
export interface Surface {
  readonly canvas: HTMLCanvasElement
  /** Pixels of the screen for one of CSS. */
  readonly pixelRatio: number
}

/** Finds the page's canvas by its id, as large as the page shows it; undefined when it is gone. */
export function surfaceOf(canvasId: string): Promise<Surface | undefined> {
  // Pages below this one may hold a canvas of the same id: the one in front was put in last.
  const canvases = document.querySelectorAll<HTMLCanvasElement>(`canvas[id="${canvasId}"]`)
  const canvas = canvases[canvases.length - 1]
  if (!canvas) return Promise.resolve(undefined)
  // Scaled by a chart before, its size in the page is said by its style sheet alone.
  canvas.removeAttribute('style')
  const { width, height } = canvas.getBoundingClientRect()
  canvas.width = width
  canvas.height = height
  return Promise.resolve({ canvas, pixelRatio: window.devicePixelRatio })
}
