import {
  addToCart,
  emptyCart,
  noteRequest,
  piecesIn,
  setInCart,
  type Cart,
  type Wanted,
} from '@domain/cart/cart'
import { skuOf } from '@domain/catalog/product'
import { fail, hasFailed, type Failure, type FailureCode } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import { _ } from '../kit/cloud'
import { carts, products } from '../kit/collections'
import { difference } from '../kit/database'
import { wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'

/** Changes a member's cart by what is decided on it as it stands. */
function changeCart<Code extends FailureCode>(
  memberId: MemberId,
  decide: (cart: Cart) => Cart | Failure<Code>,
): Promise<Cart | Failure<Code>> {
  return untilThrough(async () => {
    const found = await carts.get(memberId)
    const before = found ?? emptyCart(memberId)
    const decided = decide(before)
    if (hasFailed(decided) || decided === before) return decided
    const after = { ...decided, rev: before.rev + 1 }
    const written = found
      ? await carts.changeIf(memberId, { rev: before.rev }, difference(before, after))
      : await carts.add(after)
    return written ? after : 'lost'
  })
}

/** Adds pieces to the cart, once for each request. Three SDK calls. */
export async function addLines(
  { requestId, lines }: { requestId: string; lines: readonly Wanted[] },
  { memberId, now }: Caller,
) {
  const unknown = await unknownOf(lines)
  if (unknown) return unknown
  const wish = wishOf('cart.add', lines)
  const changed = await changeCart(memberId, (cart) => {
    const before = cart.requests.find(({ id }) => id === requestId)
    if (before) return before.wish === wish ? cart : fail('request_reused')
    const added = addToCart(cart, lines, now)
    return hasFailed(added) ? added : noteRequest(added, requestId, wish)
  })
  return hasFailed(changed) ? changed : { pieces: piecesIn(changed.lines) }
}

/** Sets lines of the cart. Two SDK calls. */
export async function setLines({ lines }: { lines: readonly Wanted[] }, { memberId, now }: Caller) {
  const changed = await changeCart(memberId, (cart) => setInCart(cart, lines, now))
  return hasFailed(changed) ? changed : { pieces: piecesIn(changed.lines) }
}

/** Only what stands on a shelf goes into a cart. One SDK call. */
async function unknownOf(
  lines: readonly Wanted[],
): Promise<Failure<'product_unknown' | 'sku_unknown'> | undefined> {
  const found = await products.find({
    _id: _.in(lines.map(({ productId }) => productId)),
    onShelf: true,
  })
  for (const { productId, skuId } of lines) {
    const product = found.find(({ _id }) => _id === productId)
    if (!product) return fail('product_unknown', { productId })
    if (!skuOf(product, skuId)) return fail('sku_unknown', { skuId })
  }
  return undefined
}
