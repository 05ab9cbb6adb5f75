import type { Painting, Pen, Picture } from './painting'
import { pictureSrc } from './picture'

/** Whether the page has to hold a canvas for what is painted: a browser makes its own. */
export const needsCanvas: boolean = false

/** Paints on a canvas that nobody sees; answers an address that can be shown and saved. */
export async function paint<Name extends string>(
  _canvasId: string,
  { width, height, pictures, paint: draw }: Painting<Name>,
): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser can’t draw')
  const names = Object.keys(pictures) as Name[]
  const loaded = await Promise.all(names.map((name) => load(pictures[name])))
  const found = Object.fromEntries(names.map((name, index) => [name, loaded[index]]))
  draw(pen as unknown as Pen, found as Readonly<Record<Name, Picture | undefined>>)
  return canvas.toDataURL('image/png')
}

/** A picture that does not come keeps no poster from being drawn. */
async function load(source: string | null): Promise<Picture | undefined> {
  if (source === null) return undefined
  const picture = new Image()
  picture.src = pictureSrc(source)
  try {
    await picture.decode()
    return picture
  } catch {
    return undefined
  }
}
