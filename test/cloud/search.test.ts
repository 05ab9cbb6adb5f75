/** Looking for products: by words, by shelf, by price, page by page. */
import type { InputOf } from '@domain/api'
import { openSmallShop, type SmallShop } from './small-shop'
import { writtenProduct } from './written'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
  const fruit = [
    ['muscat', '阳光玫瑰葡萄', '晴王 无籽', 12_800],
    ['kyoho', '巨峰葡萄', '现摘', 1990],
    ['kiwi', '奇异果(金果)', '新西兰 SunGold', 3990],
    ['cherry', '智利车厘子', 'J级 2斤', 9900],
  ] as const
  for (const [id, name, subtitle, priceFen] of fruit) {
    small.file.products.push(writtenProduct(id, { name, subtitle, priceFen }))
  }
  const sizes = [
    { id: 'walnut-big', name: '大', priceFen: 5000, stock: 1 },
    { id: 'walnut-small', name: '小', priceFen: 800, stock: 1 },
  ]
  small.file.products.push(
    writtenProduct('walnut', { name: '核桃', categoryId: 'nuts', priceFen: 5000, skus: sizes }),
  )
  await small.renew()
})
afterAll(() => small.shop.close())

type Search = Partial<InputOf<'catalog.search'>>

async function found(search: Search): Promise<string[]> {
  const wish = { sort: 'shelf' as const, skip: 0, ...search }
  const { products } = await small.shop.ask('ann', 'catalog.search', wish)
  return products.map(({ _id }) => _id)
}

test.each([
  ['葡萄', ['muscat', 'kyoho']],
  ['葡萄 晴王', ['muscat']],
  ['  晴王   葡萄 ', ['muscat']],
  ['sungold', ['kiwi']],
  ['(金果)', ['kiwi']],
  ['.*', []],
  ['[', []],
  ['$', []],
  ['香蕉', []],
  ['', ['muscat', 'kyoho', 'kiwi', 'cherry', 'walnut']],
])('"%s" finds what has every word in its name or subtitle', async (words, ids) => {
  expect(await found({ words })).toEqual(ids)
})

test('a shelf holds its own products only, with words as well', async () => {
  expect(await found({ categoryId: 'nuts' as never })).toEqual(['walnut'])
  expect(await found({ categoryId: 'nuts' as never, words: '葡萄' })).toEqual([])
  expect(await found({ categoryId: 'none' as never })).toEqual([])
})

test('prices sort by the cheapest size', async () => {
  expect(await found({ sort: 'cheapest' })).toEqual(['walnut', 'kyoho', 'kiwi', 'cherry', 'muscat'])
  expect(await found({ sort: 'dearest' })).toEqual(['muscat', 'cherry', 'kiwi', 'kyoho', 'walnut'])
})

test('what left the shelf is not found', async () => {
  const [kept] = small.file.products.splice(3, 1)
  await small.renew()
  expect(await found({ words: '车厘子' })).toEqual([])
  if (kept) small.file.products.splice(3, 0, kept)
  await small.renew()
  expect(await found({ words: '车厘子' })).toEqual(['cherry'])
})

test('many products come in pages of twenty, each of them once', async () => {
  for (let index = 0; index < 41; index += 1) {
    small.file.products.push(writtenProduct(`apple-${index}`, { name: `苹果 ${index}` }))
  }
  await small.renew()
  const pages: string[][] = []
  for (let more = true; more;) {
    const wish = { words: '苹果', sort: 'cheapest' as const, skip: pages.flat().length }
    const page = await small.shop.ask('ann', 'catalog.search', wish)
    pages.push(page.products.map(({ _id }) => _id))
    more = page.more
  }
  expect(pages.map((page) => page.length)).toEqual([20, 20, 1])
  expect(new Set(pages.flat()).size).toBe(41)
  expect(await found({ words: '苹果', skip: 60 })).toEqual([])
})
