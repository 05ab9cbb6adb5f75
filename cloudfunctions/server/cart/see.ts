import type { CartLine, CartTrouble, CartView } from '@domain/cart/contract'
import { emptyCart, type KeptLine } from '@domain/cart/cart'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { available } from '@domain/holds/hold'
import { strangerOf } from '@domain/members/member'
import { carts, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { contextOf, readGoods, shelfLine, type Goods } from '../orders/goods'

/** The cart with what became of each line. Two SDK calls. */
export async function seeCart(
  _input: object,
  { memberId, now }: Caller,
): Promise<CartView | Failure<'shop_unknown'>> {
  const { lines } = (await carts.get(memberId)) ?? emptyCart(memberId)
  if (lines.length === 0) return emptyView(memberId)
  const goods = await readGoods(
    lines.map(({ productId }) => productId),
    { memberId, now },
  )
  // Where all of a cart's products are gone, nothing brought the shop along.
  const shop = goods.shop ?? (await shops.get('shop'))
  if (!shop) return fail('shop_unknown')
  return {
    lines: lines.map((line) => lineOf(line, goods)),
    context: contextOf(shop, goods.member),
  }
}

async function emptyView(
  memberId: Caller['memberId'],
): Promise<CartView | Failure<'shop_unknown'>> {
  const shop = await shops.get('shop')
  if (!shop) return fail('shop_unknown')
  return { lines: [], context: contextOf(shop, strangerOf(memberId)) }
}

function lineOf(kept: KeptLine, { products }: Goods): CartLine {
  const found = shelfLine(kept, products.get(kept.productId))
  if (hasFailed(found)) {
    const kind = found.code === 'sku_unknown' ? 'sku-gone' : 'product-gone'
    return { ...kept, line: null, left: 0, trouble: { kind } }
  }
  const { line, stock } = found
  const left = available(stock.shards)
  return { ...kept, line, left, trouble: troubleOf(kept.quantity, left) }
}

function troubleOf(quantity: number, left: number): CartTrouble | null {
  if (left === 0) return { kind: 'sold-out' }
  return quantity > left ? { kind: 'short', left } : null
}
