import type { Wanted } from '@domain/cart/cart'
import { toast } from '@/platform/notice'
import type { CartStore } from '@/stores/CartStore'
import { explain } from '@/text/failures'

/** 再来一单: puts what an order had into the cart and goes there, at the prices of now. */
export async function buyAgain(cart: CartStore, lines: readonly Wanted[]): Promise<void> {
  const refusal = await cart.addAll(
    lines.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity })),
  )
  if (refusal) toast(explain(refusal))
}
