import Taro from '@tarojs/taro'
import type { Painting, Pen, Picture } from './painting'

/** Whether the page has to hold a canvas, `<Canvas type="2d" id>`, for what is painted. */
export const needsCanvas: boolean = true

/** WeChat's canvas: it makes pictures by itself, and knows no file ids of the cloud. */
interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): Pen
  createImage(): Picture & { src: string; onload: () => void; onerror: () => void }
}

/** Paints on the page's canvas of that id; answers a file that can be shown and saved. */
export async function paint<Name extends string>(
  canvasId: string,
  { width, height, pictures, paint: draw }: Painting<Name>,
): Promise<string> {
  const canvas = await canvasOf(canvasId)
  canvas.width = width
  canvas.height = height
  const names = Object.keys(pictures) as Name[]
  const loaded = await Promise.all(names.map((name) => load(canvas, pictures[name])))
  const found = Object.fromEntries(names.map((name, index) => [name, loaded[index]]))
  draw(canvas.getContext('2d'), found as Readonly<Record<Name, Picture | undefined>>)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    canvasId,
    fileType: 'png',
  })
  return tempFilePath
}

function canvasOf(canvasId: string): Promise<CanvasNode> {
  return new Promise((found, missing) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true })
      .exec(([field]: readonly [{ readonly node?: CanvasNode } | null]) => {
        if (field?.node) found(field.node)
        else missing(new Error('the page holds no canvas'))
      })
  })
}

/** A picture that does not come keeps no poster from being drawn. */
async function load(canvas: CanvasNode, source: string | null): Promise<Picture | undefined> {
  if (source === null) return undefined
  try {
    const src = await localPath(source)
    return await new Promise((done, fail) => {
      const picture = canvas.createImage()
      picture.onload = () => {
        done(picture)
      }
      picture.onerror = () => {
        fail(new Error('the picture does not load'))
      }
      picture.src = src
    })
  } catch {
    return undefined
  }
}

async function localPath(source: string): Promise<string> {
  if (!source.startsWith('cloud://')) return source
  const { tempFilePath } = await Taro.cloud.downloadFile({ fileID: source })
  return tempFilePath
}
