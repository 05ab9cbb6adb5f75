import { expectNothingChanged } from './books'
import { faultsOf, openSmallShop, type SmallShop } from './small-shop'
import { savedFile, writtenLadder, writtenProduct, writtenShop } from './written'

jest.setTimeout(180_000)

type Written = ReturnType<typeof writtenShop> & Record<string, unknown>

describe('a file with a fault', () => {
  let small: SmallShop
  beforeAll(async () => {
    small = await openSmallShop()
    await small.buy(small.neighbour(), small.joining(await small.ladder()))
  })
  afterAll(() => small.shop.close())

  /** A file that is right: two products, one in a ladder. */
  function right(): Written {
    const products = [writtenProduct('apple'), writtenProduct('pear')]
    return { ...writtenShop(), products, groupBuys: [writtenLadder('apples', 'apple')] }
  }

  const spoil = (change: (file: Written) => unknown): unknown => {
    const file = right()
    return change(file) ?? file
  }
  const product = (file: Written, index = 0) => file.products[index] as Record<string, unknown>
  const ladder = (file: Written, index = 0) => file.groupBuys[index] as Record<string, unknown>
  const set = (where: Record<string, unknown>, field: string, value: unknown) => {
    where[field] = value
  }

  const table: [what: string, place: string, (file: Written) => unknown][] = [
    ['is not a shop file', 'shop: ', () => ({ name: 'something else' })],
    ['has no stores', 'stores: ', (file) => set(file, 'stores', [])],
    ['has a section of no name', 'file: ', (file) => set(file, 'extras', [])],
    ['has a text for a price', 'products[0].priceFen: ', (f) => set(product(f), 'priceFen', '10')],
    ['has a negative price', 'products[1].priceFen: ', (f) => set(product(f, 1), 'priceFen', -1)],
    ['has a price of nothing', 'products[0].priceFen: ', (f) => set(product(f), 'priceFen', 0)],
    ['has half a fen', 'products[0].priceFen: ', (f) => set(product(f), 'priceFen', 0.5)],
    ['has a negative stock', 'products[0].stock: ', (f) => set(product(f), 'stock', -1)],
    ['has a stock without end', 'products[0].stock: ', (f) => set(product(f), 'stock', 1e9)],
    ['has a dotted id', 'products[0].id: ', (f) => set(product(f), 'id', 'a.b')],
    ['has an id of __proto__', 'products[0].id: ', (f) => set(product(f), 'id', '__proto__')],
    ['has a name with a line break', 'products[0].name: ', (f) => set(product(f), 'name', 'a\nb')],
    [
      'names a picture that is not there',
      'products[0].pictures[0]: there is no picture "a.webp"',
      (f) => set(product(f), 'pictures', ['a.webp']),
    ],
    [
      'names an unknown category',
      'products[0].categoryId: there is no category "x"',
      (f) => set(product(f), 'categoryId', 'x'),
    ],
    [
      'has a product twice',
      'products[1].id: "apple" stands twice',
      (f) => set(product(f, 1), 'id', 'apple'),
    ],
    [
      'has a SKU twice',
      'products[1].skus[1].id: SKU "apple" stands twice',
      (f) =>
        set(
          product(f, 1),
          'skus',
          ['s1', 'apple'].map((id) => ({
            ...{ id, name: id, priceFen: 100, stock: 1 },
          })),
        ),
    ],
    [
      'has a deal twice',
      'groupBuys[1].id: "apples" stands twice',
      (f) => f.groupBuys.push(writtenLadder('apples', 'pear')) && undefined,
    ],
    [
      'has a SKU in two deals at once',
      'groupBuys[1]: "apple" is in "more" and in "apples" from 20',
      (f) => f.groupBuys.push(writtenLadder('more', 'apple')) && undefined,
    ],
    [
      'has a ladder of an unknown product',
      'groupBuys[0].productId: there is no product "plum"',
      (f) => set(ladder(f), 'productId', 'plum'),
    ],
    [
      'has a ladder of an unknown SKU',
      'groupBuys[0].skuId: the product has no SKU "x"',
      (f) => set(ladder(f), 'skuId', 'x'),
    ],
    [
      'has a ladder without steps',
      'groupBuys[0].tiers: needs 1 to 6 steps',
      (f) => set(ladder(f), 'tiers', []),
    ],
    [
      'has a ladder whose price climbs',
      'groupBuys[0].tiers: step 1 must be cheaper',
      (f) => set(ladder(f), 'tiers', [{ people: 2, priceFen: 1100 }]),
    ],
    [
      'has a ladder whose people fall',
      'groupBuys[0].tiers: step 2 needs more people',
      (f) =>
        set(ladder(f), 'tiers', [
          { people: 3, priceFen: 900 },
          { people: 2, priceFen: 800 },
        ]),
    ],
    [
      'has a ladder that ends before it starts',
      'groupBuys[0].endsAt: the end comes after the start',
      (f) => set(ladder(f), 'endsAt', '-2h'),
    ],
    [
      'has a time nobody can read',
      'groupBuys[0].startsAt: ',
      (f) => set(ladder(f), 'startsAt', 'tomorrow'),
    ],
    ['has a deal of no kind', 'groupBuys[0].kind: ', (f) => set(ladder(f), 'kind', 'staircase')],
    [
      'has a fault in a section kept for later',
      'coupons[0]',
      (f) => set(f, 'coupons', [{ id: 'c' }]),
    ],
  ]

  test('is named only when there is one', async () => {
    const file = { ...small.file, products: [...small.file.products, ...right().products] }
    expect(await faultsOf(small, file)).toBeUndefined()
  })

  test.each(table)(
    'that %s is told the place, and nothing is written',
    async (_what, place, change) => {
      await expectNothingChanged(small.shop, async () => {
        expect(await faultsOf(small, spoil(change))).toContain(place)
      })
    },
  )

  test('is told with all its faults, twenty at the most', async () => {
    const products = Array.from({ length: 30 }, (_, index) => writtenProduct(`p.${index}`))
    const list = await faultsOf(small, { ...right(), products })
    expect(list?.split('\n')).toHaveLength(20)
  })

  test.each([
    ['is not JSON', '{"shop": {,}', /not JSON/],
    ['is JSON and no shop', '[1, 2]', /./],
    ['is empty', '', /not JSON/],
  ])('that %s is told by the command in a sentence', async (_what, text, sentence) => {
    const saved = savedFile(text)
    await expectNothingChanged(small.shop, () => {
      const { status, stderr } = small.shop.importFile(saved.path)
      expect({ status, stderr }).toMatchObject({ status: 1 })
      expect(stderr).toMatch(sentence)
      expect(stderr).not.toContain('    at ')
      return Promise.resolve()
    })
    saved.remove()
  })

  test('and a file that is not there', () => {
    const { status, stderr } = small.shop.importFile('nowhere/shop.json')
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'There is no shop file nowhere/shop.json.\n',
    })
  })
})
