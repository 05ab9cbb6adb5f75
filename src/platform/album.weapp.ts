import Taro from '@tarojs/taro'

/** What became of a picture that was to be saved. */
export type Saved = 'saved' | 'refused'

/**
 * Saves a picture into the phone's album. Who refused that once is led to the settings, as WeChat
 * does not ask a second time.
 */
export async function savePicture(path: string): Promise<Saved> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path })
    return 'saved'
  } catch (error) {
    const said = String(Reflect.get(Object(error), 'errMsg'))
    if (/auth|denied/i.test(said)) await Taro.openSetting().catch(() => undefined)
    return 'refused'
  }
}
