import type { Failure } from '@domain/failure'
import { toast } from '@/platform/notice'
import { explain } from '@/text/failures'
import { profileText } from '@/text/profile'

/** Says what came of writing something down. */
export function say(saved: Promise<Failure | undefined>): void {
  void saved.then((refusal) => {
    toast(refusal ? explain(refusal) : profileText.saved)
  })
}
