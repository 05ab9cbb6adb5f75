import * as fc from 'fast-check'
import { lowestPrice, skuOf, variantOf, type Sku } from '@domain/catalog/product'
import { anyPrice } from '../arbitrary'
import { aSku, id } from '../build'
import { always } from '../property'

const anySkus = fc
  .array(anyPrice, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((p) => aSku(p)))

describe('a SKU of a product', () => {
  const cherries = { skus: [aSku(9900, '2斤'), aSku(23900, '5斤')] }

  test('is found by its id', () => {
    expect(skuOf(cherries, id('sku-23900'))?.name).toBe('5斤')
  })

  test('of another product is not found', () => {
    expect(skuOf(cherries, id('sku-49900'))).toBeUndefined()
  })
})

describe('what tells a SKU from the others', () => {
  test.each([
    ['2斤', '2斤'],
    ['箱', ''],
  ])('%s of a product by the 箱 is "%s"', (name, variant) => {
    expect(variantOf({ name }, { unit: '箱' })).toBe(variant)
  })
})

describe('the price on the card of a product', () => {
  test('is the one of its only SKU', () => {
    expect(lowestPrice({ skus: [aSku(49900)] })).toEqual({ priceFen: 49900, varies: false })
  })

  test('is the lowest, with 起, where SKUs differ', () => {
    const skus = [aSku(23900, '5斤'), aSku(9900, '2斤')]
    expect(lowestPrice({ skus })).toEqual({ priceFen: 9900, varies: true })
  })

  test('has no 起 where all cost the same', () => {
    const skus = [aSku(9900, '红'), aSku(9900, '黄')]
    expect(lowestPrice({ skus })).toEqual({ priceFen: 9900, varies: false })
  })

  test('is paid by some SKU, and no SKU is cheaper', () => {
    always(anySkus, (skus: Sku[]) => {
      const { priceFen, varies } = lowestPrice({ skus })
      expect(skus.some((sku) => sku.priceFen === priceFen)).toBe(true)
      expect(skus.every((sku) => sku.priceFen >= priceFen)).toBe(true)
      expect(skus.every((sku) => sku.priceFen === priceFen)).toBe(!varies)
    })
  })
})
