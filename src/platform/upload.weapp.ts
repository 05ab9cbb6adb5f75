import Taro from '@tarojs/taro'
import { fail, type Failure } from '@domain/failure'
import type { FileId } from '@domain/ids'
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

/** Puts a picture into the cloud's folder for requests. */
export async function uploadPicture(path: string): Promise<FileId | Failure<'offline'>> {
  try {
    const [, kind = 'jpg'] = /\.(jpe?g|png|webp|gif)$/i.exec(path) ?? []
    const { fileID } = await Taro.cloud.uploadFile({
      cloudPath: `after-sale/${newRequestId()}.${kind.toLowerCase()}`,
      filePath: path,
    })
    return fileID as FileId
  } catch {
    return fail('offline')
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
