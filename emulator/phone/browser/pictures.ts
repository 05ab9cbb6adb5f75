/** Pictures and files on a laptop: picked from its disk, made smaller, saved as a download. */
import type { Compression } from '../device'

function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'))
    reader.readAsDataURL(file)
  })
}

/** Opens the browser's file picker; none chosen is an empty list. */
export function pickPictures(count: number): Promise<string[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/*'
  field.multiple = count > 1
  return new Promise((resolve, reject) => {
    field.addEventListener('cancel', () => resolve([]))
    field.addEventListener('change', () => {
      Promise.all([...(field.files ?? [])].slice(0, count).map(asDataUrl)).then(resolve, reject)
    })
    field.click()
  })
}

/** Downloads a picture: a laptop's album is its folder of downloads. */
export function savePicture(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = 'jutuan.png'
  link.click()
}

/** Downloads a file that was sent to a chat: a laptop has none. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text]))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

function loaded(picture: string): Promise<HTMLImageElement> {
  const image = new Image()
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('the file is no picture'))
    image.src = picture
  })
}

/** Draws a picture anew as JPEG, as small as it is wished; one given side keeps the proportions. */
export async function compressPicture(picture: string, how: Compression): Promise<string> {
  const image = await loaded(picture)
  const { naturalWidth, naturalHeight } = image
  const { width, height, quality } = how
  const byWidth = width === undefined ? undefined : (width / naturalWidth) * naturalHeight
  const byHeight = height === undefined ? undefined : (height / naturalHeight) * naturalWidth
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width ?? byHeight ?? naturalWidth)
  canvas.height = Math.round(height ?? byWidth ?? naturalHeight)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', quality / 100)
}
