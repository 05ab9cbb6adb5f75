import { isId, type StoreId } from '../ids'

/** What marks a scene as a store's; codes for other things begin otherwise. */
const MARK = 's.'

/** A scene has at most 32 characters (wxacode.getUnlimited); so long may the id of a store be. */
export const MOST_STORE_ID = 32 - MARK.length

/** What a store's code carries: of its 32 characters two tell that it is a store's. */
export function sceneOf(storeId: StoreId): string {
  return `${MARK}${storeId}`
}

/** The store that a code carries; nothing when it is another kind of code. */
export function storeOfScene(scene: string): StoreId | undefined {
  const storeId = scene.slice(MARK.length)
  return scene.startsWith(MARK) && isId(storeId) && storeId.length <= MOST_STORE_ID
    ? (storeId as StoreId)
    : undefined
}
