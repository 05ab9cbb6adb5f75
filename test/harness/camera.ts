/** A camera for tests: it reads codes as phones do, from the pixels of a picture. */
import { join } from 'node:path'
import type jsQR from 'jsqr'
import type { Locator } from 'playwright-core'

const reader = join(__dirname, '../../node_modules/jsqr/dist/jsQR.js')

/** What the code in a picture of a page says; its pixels are too many to leave the page. */
export async function readCode(picture: Locator): Promise<string> {
  await picture.waitFor()
  await picture.page().addScriptTag({ path: reader })
  const read = await picture.evaluate(async (element) => {
    const image = element as HTMLImageElement
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height)
    const find = Reflect.get(globalThis, 'jsQR') as typeof jsQR
    return pixels && find(pixels.data, pixels.width, pixels.height)?.data
  })
  if (read === undefined) throw new Error('there is no code to be read in the picture')
  return read
}
