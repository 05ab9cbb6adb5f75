import { priceTag, type TagContext } from '@domain/catalog/priceTag'
import type { LevelRule } from '@domain/members/level'
import { fen, type Bps } from '@domain/money'
import type { Discount } from '@domain/promotions/discount'
import type { SpendAndSave } from '@domain/promotions/spendAndSave'
import { after, DAY } from '@domain/time'
import { aContext, aLine, aSku, id, MORNING } from '../build'

const bps = (rate: number) => rate as Bps
const today = { kind: 'once', startsAt: MORNING, endsAt: after(MORNING, DAY) } as const
const tomorrow = {
  kind: 'once',
  startsAt: after(MORNING, DAY),
  endsAt: after(MORNING, 2 * DAY),
} as const

const levels: LevelRule = {
  window: 'all-time',
  levels: [
    ['plain', '普通会员', 0, 10000] as const,
    ['silver', '银卡会员', 30000, 9900] as const,
  ].map(([level, name, spendFen, rate]) => ({
    id: id<'level'>(level),
    name,
    spendFen: fen(spendFen),
    discountBps: bps(rate),
    pointsMultiplierBps: bps(10000),
    monthlyTemplateId: null,
    giftTemplateId: null,
  })),
}

/** 12% off everything today, for everybody, unless the test says otherwise. */
function aDiscount(own: Partial<Discount> = {}): Discount {
  return {
    id: id('week'),
    kind: 'discount',
    name: '限时折扣',
    schedule: today,
    levelAtLeast: null,
    discountBps: bps(8800),
    pointsMultiplierBps: null,
    scope: { kind: 'all', ids: [] },
    ...own,
  }
}

/** ¥5 off from ¥59 on, today, for everything, unless the test says otherwise. */
function aSaving(own: Partial<SpendAndSave> = {}): SpendAndSave {
  return {
    id: id('save'),
    name: '满59减5',
    schedule: today,
    scope: { kind: 'all', ids: [] },
    steps: [{ minFen: fen(5900), offFen: fen(500) }],
    ...own,
  }
}

function tagWith(
  { discounts = [], spendAndSave = [] }: Partial<TagContext['promotions']>,
  own: Partial<TagContext> = {},
) {
  const context = aContext({ promotions: { discounts, spendAndSave }, levels, ...own })
  return priceTag(aLine({ sku: aSku(9900) }), context)
}

const silver = { member: { levelId: id<'level'>('silver') } }

describe('the price tag of a SKU', () => {
  test('shows its own price where nothing brings it down', () => {
    expect(tagWith({})).toEqual({
      baseFen: 9900,
      unitFen: 9900,
      markdown: null,
      savings: [],
      ahead: [],
    })
  })

  test('shows what a discount makes of it, and until when', () => {
    const { unitFen, baseFen, markdown } = tagWith({ discounts: [aDiscount()] })
    expect([baseFen, unitFen]).toEqual([9900, 8712])
    expect(markdown).toEqual({
      kind: 'discount',
      name: '限时折扣',
      discountBps: 8800,
      endsAt: today.endsAt,
    })
  })

  test("shows the member's level, which has no end, where that is the best", () => {
    const { unitFen, markdown } = tagWith({}, silver)
    expect(unitFen).toBe(9801)
    expect(markdown).toMatchObject({ kind: 'level', name: '银卡会员', endsAt: null })
  })

  test('takes the best of all, never two of them', () => {
    const { unitFen, markdown } = tagWith({ discounts: [aDiscount()] }, silver)
    expect([unitFen, markdown?.kind]).toEqual([8712, 'discount'])
  })

  test('leaves out what depends on the rest of the basket, and tells it apart', () => {
    const saving = aSaving()
    const tag = tagWith({ spendAndSave: [saving] })
    expect([tag.unitFen, tag.savings]).toEqual([9900, [saving]])
  })

  test.each<[string, Partial<SpendAndSave>]>([
    ['is for other products', { scope: { kind: 'product', ids: ['pear'] } }],
    ['starts tomorrow', { schedule: tomorrow }],
  ])('says nothing of a spend-and-save that %s', (_, own) => {
    expect(tagWith({ spendAndSave: [aSaving(own)] }).savings).toEqual([])
  })
})

describe('what is ahead of a SKU', () => {
  const memberDay: Partial<Discount> = {
    id: id('member-day'),
    kind: 'member-day',
    name: '会员日',
    levelAtLeast: id('silver'),
  }

  test('is a discount that starts later', () => {
    const { unitFen, ahead } = tagWith({ discounts: [aDiscount({ schedule: tomorrow })] })
    expect(unitFen).toBe(9900)
    expect(ahead).toEqual([
      { name: '限时折扣', discountBps: 8800, startsAt: tomorrow.startsAt, level: null },
    ])
  })

  test('is a discount that runs, but takes a level', () => {
    const { ahead } = tagWith({ discounts: [aDiscount(memberDay)] })
    expect(ahead).toEqual([
      { name: '会员日', discountBps: 8800, startsAt: null, level: '银卡会员' },
    ])
  })

  test('names both time and level where both are missing', () => {
    const discounts = [aDiscount({ ...memberDay, schedule: tomorrow })]
    expect(tagWith({ discounts }).ahead).toMatchObject([
      { startsAt: tomorrow.startsAt, level: '银卡会员' },
    ])
  })

  test('names no level to who is on it', () => {
    const discounts = [aDiscount({ ...memberDay, schedule: tomorrow })]
    expect(tagWith({ discounts }, silver).ahead).toMatchObject([{ level: null }])
  })

  test('is nothing that has ended, and nothing for other products', () => {
    const yesterday = { kind: 'once', startsAt: after(MORNING, -1 * DAY), endsAt: MORNING } as const
    const elsewhere = { kind: 'category', ids: ['pantry'] } as const
    const discounts = [
      aDiscount({ schedule: yesterday }),
      aDiscount({ id: id('nuts'), schedule: tomorrow, scope: elsewhere }),
    ]
    expect(tagWith({ discounts }).ahead).toEqual([])
  })
})
