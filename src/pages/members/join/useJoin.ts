import type { StoreId } from '@domain/ids'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'

/** Joins by a store's code or without, and says why when it is not possible. */
export function useJoin(storeId: StoreId | undefined): () => void {
  const { members } = useStores()
  return () =>
    void members.join(storeId).then((refusal) => {
      if (refusal) toast(explain(refusal))
    })
}
