/** Opens the browser's own choice of pictures, or its camera; none when it is left. */
export function takePictures(
  most: number,
  from: 'album' | 'camera' = 'album',
): Promise<readonly File[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/*'
  field.multiple = most > 1
  if (from === 'camera') field.setAttribute('capture', 'environment')
  return new Promise((resolve) => {
    field.addEventListener('cancel', () => {
      resolve([])
    })
    field.addEventListener('change', () => {
      resolve([...(field.files ?? [])].slice(0, most))
    })
    field.click()
  })
}
