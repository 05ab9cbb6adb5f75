import { fail, type Failure } from '@domain/failure'
import type { FileId, StoreId } from '@domain/ids'
import { sceneOf } from '@domain/members/storeCode'
import { record } from '../audit/record'
import { storeFile } from '../kit/cloud'
import { shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { codePicture } from '../kit/wxacode'

/** Where a store's code leads. */
const PAGE = 'pages/members/join/index'

/**
 * Makes the code of a store and keeps its picture, each time in the same place. `path` is what the
 * code opens, for who draws it otherwise. The code is the same one each time, so it is noted once.
 * Beside who asks five SDK calls.
 */
export async function makeStoreCode(
  { storeId }: { readonly storeId: StoreId },
  caller: Caller,
): Promise<{ readonly file: FileId; readonly path: string } | Failure<'store_unknown'>> {
  const shop = await shops.get('shop')
  if (!shop?.stores.some(({ id }) => id === storeId)) return fail('store_unknown')
  const scene = sceneOf(storeId)
  const picture = await codePicture(scene, PAGE)
  const file = await storeFile(`codes/store-${storeId}.png`, picture)
  const deed = { caller, requestId: `code ${storeId}`, action: 'members.storeCode' }
  const change = { subject: storeId, reason: '', before: {}, after: { file } }
  await record({ ...deed, input: { storeId } }, change)
  return { file, path: `${PAGE}?scene=${encodeURIComponent(scene)}` }
}
