import * as fc from 'fast-check'
import { NEVER } from '@domain/holds/hold'
import { benefitsDue, monthOf, noteGiven, owedBenefits } from '@domain/members/benefits'
import type { LevelRule } from '@domain/members/level'
import type { Member } from '@domain/members/member'
import { instant, shopTime } from '@domain/time'
import { id, shopClock } from '../build'
import { always } from '../property'
import { aMember, fruitLevels } from './build'

/** Silver, gold and black have a voucher each month, and gold a gift. */
const rule: LevelRule = {
  ...fruitLevels(),
  levels: fruitLevels().levels.map((level) => ({
    ...level,
    monthlyTemplateId: level.spendFen === 0 ? null : id(`monthly-${level.id}`),
    giftTemplateId: level.id === 'gold' ? id('gift-gold') : null,
  })),
}

const member = (levelId: string, own: Partial<Member> = {}) =>
  aMember({ levelId: id(levelId), ...own })

const all = (one: Member, now: ReturnType<typeof shopClock>) => {
  const { voucher, gifts } = owedBenefits(one, rule, now)
  return noteGiven(
    one,
    { voucher: voucher !== null, gifts: gifts.map((g) => g.levelId) },
    rule,
    now,
  )
}

describe('the monthly voucher', () => {
  test.each<[string, string, string | null, string | null]>([
    ['silver', '2026-03-01 00:00', null, 'monthly-silver'],
    ['silver', '2026-03-01 00:00', '2026-02', 'monthly-silver'],
    ['silver', '2026-03-31 23:59', '2026-03', null],
    ['gold', '2026-03-20 10:00', '2026-02', 'monthly-gold'],
    ['gold', '2026-03-20 10:00', '2026-03', null],
    // Given by a computer whose clock is some seconds ahead of this one.
    ['gold', '2026-03-31 23:59', '2026-04', null],
    ['plain', '2026-03-01 00:00', null, null],
    ['gone', '2026-03-01 00:00', null, null],
  ])('%s at %s, the last one of %p: %p', (level, now, voucherMonth, templateId) => {
    const { voucher } = owedBenefits(member(level, { voucherMonth }), rule, shopClock(now))
    expect(voucher?.templateId ?? null).toBe(templateId)
  })

  test.each([
    ['2026-02-28 23:59', '2026-02'],
    ['2026-03-01 00:00', '2026-03'],
    ['2028-02-29 23:59', '2028-02'],
    ['2028-03-01 00:00', '2028-03'],
    ['2026-12-31 23:59', '2026-12'],
    ['2027-01-01 00:00', '2027-01'],
  ])('at %s in the shop is of %s, whatever the month is in London', (now, month) => {
    expect(monthOf(shopClock(now))).toBe(month)
  })

  test.each([
    ['2026-01-31 12:00', '2026-02-01 00:00'],
    ['2026-02-28 23:59', '2026-03-01 00:00'],
    ['2028-02-28 23:59', '2028-03-01 00:00'],
    ['2028-02-29 12:00', '2028-03-01 00:00'],
    ['2026-04-30 00:00', '2026-05-01 00:00'],
    ['2026-12-31 23:59', '2027-01-01 00:00'],
  ])('given at %s, the next one is due at %s', (now, next) => {
    const given = all(member('silver'), shopClock(now))
    expect(shopTime(given.benefitsAt, 'YYYY-MM-DD HH:mm')).toBe(next)
  })

  test('whoever rises in a month has the voucher of the new level if none was given in it', () => {
    const now = shopClock('2026-03-20 10:00')
    const risen = member('gold', { voucherMonth: '2026-02' })
    expect(benefitsDue(risen, rule, now)).toBe(now)
    expect(owedBenefits(risen, rule, now).voucher?.templateId).toBe('monthly-gold')
  })

  test('whoever rises after it came has the one of the new level next month', () => {
    const now = shopClock('2026-03-20 10:00')
    const risen = member('gold', { voucherMonth: '2026-03' })
    expect(benefitsDue(risen, rule, now)).toBe(shopClock('2026-04-01 00:00'))
  })

  test('comes once a month over any years, however often one looks', () => {
    const start = Date.UTC(2027, 10, 1)
    const looks = fc.array(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 1, maxLength: 60 })
    always(looks, (hours) => {
      const months: string[] = []
      let one = member('silver')
      for (const hour of [...hours].sort((a, b) => a - b)) {
        const now = instant(start + hour * 3_600_000)
        const { voucher } = owedBenefits(one, rule, now)
        if (voucher) months.push(voucher.month)
        one = all(one, now)
        expect(one.benefitsAt).toBeGreaterThan(now)
      }
      expect(new Set(months).size).toBe(months.length)
    })
  })
})

describe('the gift for a level', () => {
  const owing = member('gold', { giftsOwed: [id('gold')], voucherMonth: '2026-03' })
  const now = shopClock('2026-03-20 10:00')

  test('is owed until it was given', () => {
    expect(owedBenefits(owing, rule, now).gifts).toEqual([
      { levelId: 'gold', templateId: 'gift-gold' },
    ])
    expect(benefitsDue(owing, rule, now)).toBe(now)
    expect(all(owing, now)).toMatchObject({
      giftsOwed: [],
      benefitsAt: shopClock('2026-04-01 00:00'),
    })
  })

  test('is not owed where the level has none any more', () => {
    expect(owedBenefits({ ...owing, giftsOwed: [id('silver')] }, rule, now).gifts).toEqual([])
  })

  test('that could not be given is tried again the next day', () => {
    const tried = noteGiven(owing, { voucher: false, gifts: [] }, rule, now)
    expect(tried).toMatchObject({ giftsOwed: ['gold'], benefitsAt: shopClock('2026-03-21 00:00') })
    const noVoucher = { ...owing, giftsOwed: [], voucherMonth: '2026-02' }
    expect(noteGiven(noVoucher, { voucher: false, gifts: [] }, rule, now)).toMatchObject({
      voucherMonth: '2026-02',
      benefitsAt: shopClock('2026-03-21 00:00'),
    })
  })
})

test('on a level without benefits, or in a shop without levels, nothing is ever due', () => {
  const now = shopClock('2026-03-20 10:00')
  expect(benefitsDue(member('plain'), rule, now)).toBe(NEVER)
  expect(benefitsDue(member('gold'), null, now)).toBe(NEVER)
  expect(noteGiven(member('plain'), { voucher: false, gifts: [] }, rule, now).benefitsAt).toBe(
    NEVER,
  )
})
