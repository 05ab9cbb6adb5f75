import { fail, type Failure } from '@domain/failure'
import type { FileId, StoreId } from '@domain/ids'
import { sceneOf } from '@domain/members/storeCode'
import { openapi, storeFile } from '../kit/cloud'
import { shops } from '../kit/collections'
import { Weather } from '../kit/weather'

/** Where a store's code leads. */
const PAGE = 'pages/members/join/index'

/** 调用分钟频率受限: more than 5,000 codes in a minute. */
const TOO_OFTEN = 45009

/**
 * Makes the code of a store and keeps its picture, each time in the same place. `path` is what the
 * code opens, for who draws it otherwise. Beside who asks four SDK calls.
 */
export async function makeStoreCode({
  storeId,
}: {
  readonly storeId: StoreId
}): Promise<{ readonly file: FileId; readonly path: string } | Failure<'store_unknown'>> {
  const shop = await shops.get('shop')
  if (!shop?.stores.some(({ id }) => id === storeId)) return fail('store_unknown')
  const scene = sceneOf(storeId)
  const picture = await pictureOf(scene)
  const file = await storeFile(`codes/store-${storeId}.png`, picture)
  return { file, path: `${PAGE}?scene=${encodeURIComponent(scene)}` }
}

async function pictureOf(scene: string): Promise<Buffer> {
  try {
    // A code may be printed before the version with its page is released.
    const { buffer } = await openapi.wxacode.getUnlimited({ scene, page: PAGE, checkPath: false })
    return buffer as Buffer
  } catch (error) {
    if (Reflect.get(Object(error), 'errCode') === TOO_OFTEN) throw new Weather('too many codes')
    throw error
  }
}
