import { hasFailed } from '@domain/failure'
import type { LiveView } from '@domain/live/contract'
import { channelsLive } from '@/platform/channels'
import { toast } from '@/platform/notice'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { reservedText } from '@/text/liveRoom'

/** Reserves a session; to be called from the tap itself, in which WeChat asks or never. */
export function useReserve(): (view: LiveView) => Promise<void> {
  const { live } = useStores()
  return async (view) => {
    const reserved = await live.reserve(view)
    toast(hasFailed(reserved) ? explain(reserved) : reservedText[reserved.consent])
    // 视频号 reminds by itself, beside the shop: who has said no is not asked once more.
    if (hasFailed(reserved) || reserved.consent === 'refused' || !view.channels) return
    await channelsLive.reserve(view.channels)
  }
}
