import type { LiveId } from '@domain/ids'
import { toast } from '@/platform/notice'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { explain } from '@/text/failures'

/** Does something in a session's room, and says what came of it; tells whether it was done. */
export type Does = <Act extends Parameters<CockpitStore['act']>[1]>(
  act: Act,
  wish: Parameters<typeof CockpitStore.prototype.act<Act>>[2],
  done: string,
) => Promise<boolean>

/** What is done in the room of a session, with a word on each outcome. */
export function useAct(liveId: LiveId): Does {
  const store = useStore(CockpitStore)
  return async (act, wish, done) => {
    const refusal = await store.act(liveId, act, wish)
    toast(refusal ? explain(refusal) : done)
    return refusal === undefined
  }
}
