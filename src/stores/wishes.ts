import { hasFailed, type Failure } from '@domain/failure'
import { newRequestId } from '@/platform/requestId'

/** Whether a refusal leaves open if the wish was granted: then the same request id is kept. */
export function isUnsure(failure: Failure): boolean {
  return failure.code === 'offline' || failure.code === 'busy' || failure.code === 'broken'
}

/** Wishes of one feature. While it is not known what became of one, a repeat is the same wish. */
export class Wishes {
  private readonly open = new Map<string, string>()

  /** Sends a wish under its request id. `wish` tells it from every other one, its body included. */
  async send<Value>(
    wish: string,
    send: (requestId: string) => Promise<Value | Failure>,
  ): Promise<Value | Failure> {
    const requestId = this.open.get(wish) ?? newRequestId()
    this.open.set(wish, requestId)
    const answer = await send(requestId)
    if (!hasFailed(answer) || !isUnsure(answer)) this.open.delete(wish)
    return answer
  }
}
