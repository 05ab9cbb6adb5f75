import Taro from '@tarojs/taro'
import { fail } from '@domain/failure'
import type { FileId } from '@domain/ids'
import type { PictureFolder, UploadPicture } from './pictures'
import { newRequestId } from './requestId'

/** From this size on a picture is made smaller before it is sent. */
const LARGE_BYTES = 1024 * 1024
const WIDTH = 1600

/** Lets pictures be chosen or taken; none when the shopper thought better of it. */
export async function choosePictures(most: number): Promise<readonly string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
    })
    return await Promise.all(tempFiles.map(({ tempFilePath, size }) => small(tempFilePath, size)))
  } catch {
    return []
  }
}

/** Puts a picture into a folder of the cloud's storage. */
export function uploadTo(folder: PictureFolder): UploadPicture {
  return async (path) => {
    try {
      const [, kind = 'jpg'] = /\.(jpe?g|png|webp|gif)$/i.exec(path) ?? []
      const { fileID } = await Taro.cloud.uploadFile({
        cloudPath: `${folder}/${newRequestId()}.${kind.toLowerCase()}`,
        filePath: path,
      })
      return fileID as FileId
    } catch {
      return fail('offline')
    }
  }
}

async function small(path: string, bytes: number): Promise<string> {
  if (bytes <= LARGE_BYTES) return path
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: 80,
    compressedWidth: WIDTH,
  })
  return tempFilePath
}
