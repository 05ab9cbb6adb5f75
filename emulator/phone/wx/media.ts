/** Pictures: chosen from the album, exported from a canvas, saved, measured. */
import type { Device } from '../device'
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

/** The media interfaces. */
export function mediaInterfaces(device: Device): Interfaces {
  return {
    answers: {
      canvasToTempFilePath: (options) => exportCanvas(device, options),
      saveImageToPhotosAlbum: (options) => save(device, options),
      chooseMedia: async (options) => ({
        type: 'image',
        tempFiles: (await choose(device, options)).map((tempFilePath) => ({
          tempFilePath,
          fileType: 'image',
          size: device.files.content(tempFilePath)?.length ?? 0,
        })),
      }),
      chooseImage: async (options) => ({ tempFilePaths: await choose(device, options) }),
      getImageInfo: (options) => {
        const path = device.files.url(textOf(options, 'src'), device.stack.top.place.route)
        return { path, width: 100, height: 100, type: 'png', orientation: 'up' }
      },
    },
    plain: {},
  }
}
