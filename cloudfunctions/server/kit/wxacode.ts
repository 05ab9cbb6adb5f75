import { openapi } from './cloud'
import { Weather } from './weather'

/** 调用分钟频率受限: more than 5,000 codes in a minute. */
const TOO_OFTEN = 45009

/** The picture of a mini-program's code that opens a page with a scene. */
export async function codePicture(scene: string, page: string): Promise<Buffer> {
  try {
    // A code may be printed before the version with its page is released.
    const { buffer } = await openapi.wxacode.getUnlimited({ scene, page, checkPath: false })
    return buffer as Buffer
  } catch (error) {
    if (Reflect.get(Object(error), 'errCode') === TOO_OFTEN) throw new Weather('too many codes')
    throw error
  }
}
