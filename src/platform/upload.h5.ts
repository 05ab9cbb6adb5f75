import { fail } from '@domain/failure'
import type { FileId } from '@domain/ids'
import { takePictures } from './fileField'
import type { PictureFolder, UploadPicture } from './pictures'
import { newRequestId } from './requestId'

/** Longer sides are brought down to this many pixels before a picture is sent. */
const LONGEST = 1600
const QUALITY = 0.8

/** Lets pictures be chosen; none when the shopper thought better of it. */
export async function choosePictures(most: number): Promise<readonly string[]> {
  const files = await takePictures(most)
  return files.map((file) => URL.createObjectURL(file))
}

/** Puts a picture, as a small JPEG, into a folder of the cloud's storage. */
export function uploadTo(folder: PictureFolder): UploadPicture {
  return async (path) => {
    try {
      const answer = await fetch(`/_emulator/files/${folder}/${newRequestId()}.jpg`, {
        method: 'PUT',
        body: await small(path),
      })
      const { fileId } = (await answer.json()) as { readonly fileId?: FileId }
      return fileId ?? fail('offline')
    } catch {
      return fail('offline')
    }
  }
}

async function small(path: string): Promise<Blob> {
  const picture = new Image()
  picture.src = path
  await picture.decode()
  const { naturalWidth, naturalHeight } = picture
  const scale = Math.min(1, LONGEST / Math.max(naturalWidth, naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(naturalWidth * scale)
  canvas.height = Math.round(naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob)
        else reject(new Error('the picture cannot be drawn'))
      },
      'image/jpeg',
      QUALITY,
    )
  })
}
