/** Pictures: chosen from the album, exported from a canvas, saved, measured. */
import type { Device } from '../device'
import { mayHandOver, NOT_AGREED } from '../privacy'
import { type Interfaces, type Options, Refusal, textOf } from './interfaces'

interface Exportable {
  toDataURL(type?: string, quality?: number): string
}

function exportCanvas(device: Device, options: Options): object {
  const canvas = options['canvas'] as Exportable | undefined
  if (!canvas) throw new Refusal('fail canvas is empty')
  const type = textOf(options, 'fileType') === 'jpg' ? 'image/jpeg' : 'image/png'
  return {
    tempFilePath: device.files.keep(canvas.toDataURL(type, Number(options['quality'] ?? 1))),
  }
}

async function choose(device: Device, options: Options): Promise<readonly string[]> {
  if (!(await mayHandOver(device))) throw new Refusal(NOT_AGREED, { errno: 104 })
  const chosen = await device.files.choose(Number(options['count'] ?? 9))
  if (chosen.length === 0) throw new Refusal('cancel')
  return chosen
}

/** Asks for the right to write into the album, as a phone does the first time. */
async function save(device: Device, options: Options): Promise<undefined> {
  if (device.files.content(textOf(options, 'filePath')) === undefined) {
    throw new Refusal('file not exist')
  }
  const isAllowed = await device.consents('保存图片到你的相册')
  if (!isAllowed) throw new Refusal('auth deny')
  device.saved?.(device.files.url(textOf(options, 'filePath')))
  return undefined
}

function chosenFile(device: Device, tempFilePath: string): object {
  return { tempFilePath, fileType: 'image', size: device.files.size(tempFilePath) }
}

async function compress(device: Device, options: Options): Promise<object> {
  const picture = device.files.content(textOf(options, 'src'))
  if (picture === undefined) throw new Refusal('file not exist')
  const pixels = (name: string) => Number(options[name]) || undefined
  const how = {
    quality: Number(options['quality'] ?? 80),
    ...{ width: pixels('compressedWidth'), height: pixels('compressedHeight') },
  }
  const smaller = (await device.compress?.(picture, how)) ?? picture
  return { tempFilePath: device.files.keep(smaller) }
}

/** Shows `urls` in full size, beginning with `current` (an address of them, or its place). */
function preview(device: Device, urls: readonly string[], current: unknown): object {
  if (urls.length === 0) throw new Refusal('parameter error: parameter.urls should not be empty')
  const place = typeof current === 'number' ? current : urls.indexOf(String(current))
  const page = device.stack.top.place.route
  const address = (url: string) => device.files.url(url, page)
  device.viewer.show({ urls, current: place in urls ? place : 0 }, address)
  return {}
}

/** The media interfaces. */
export function mediaInterfaces(device: Device): Interfaces {
  return {
    answers: {
      canvasToTempFilePath: (options) => exportCanvas(device, options),
      saveImageToPhotosAlbum: (options) => save(device, options),
      chooseMedia: async (options) => ({
        type: 'image',
        tempFiles: (await choose(device, options)).map((path) => chosenFile(device, path)),
      }),
      chooseImage: async (options) => ({ tempFilePaths: await choose(device, options) }),
      compressImage: (options) => compress(device, options),
      previewImage: ({ urls = [], current }) => preview(device, urls as string[], current),
      previewMedia: ({ sources = [], current }) => {
        const urls = (sources as readonly { readonly url: string }[]).map(({ url }) => url)
        return preview(device, urls, current)
      },
      getImageInfo: (options) => {
        const path = device.files.url(textOf(options, 'src'), device.stack.top.place.route)
        return { path, width: 100, height: 100, type: 'png', orientation: 'up' }
      },
    },
    plain: {},
  }
}
