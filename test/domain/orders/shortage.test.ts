import { fen } from '@domain/money'
import { shortage } from '@domain/orders/shortage'
import { aLine, id } from '../build'

describe('of what there is too little', () => {
  const { product } = aLine()

  test('is named with its variant, and with what is left', () => {
    const sku = { id: id<'sku'>('two-jin'), name: '2斤装', priceFen: fen(1000) }
    expect(shortage({ product, sku }, 3)).toMatchObject({
      code: 'stock_short',
      details: { skuId: 'two-jin', name: product.name, variant: '2斤装', left: 3 },
    })
  })

  test('is named without one, where the product has no variants', () => {
    const sku = { id: id<'sku'>('plain'), name: product.unit, priceFen: fen(1000) }
    expect(shortage({ product, sku }, 0).details).toMatchObject({ variant: '', left: 0 })
  })
})
