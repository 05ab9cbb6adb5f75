import { datedFile, type CountedTime } from '@domain/shopfile/countedTimes'
import { planShop } from '@domain/shopfile/plan'
import { shopFaults } from '@domain/shopfile/faults'
import { after, DAY, HOUR, type Instant } from '@domain/time'
import { MORNING, shopClock } from '../build'
import { read } from './shop-file'

const TOMORROW = after(MORNING, DAY)

const coupon = (own: object = {}) => ({
  ...{ id: 'welcome', name: '新客券', kind: 'amount', amountFen: 500, minSpendFen: 0 },
  ...{ scope: { kind: 'all' }, total: 100, perMember: 1, audience: 'all', channel: 'claim' },
  ...{ claimFrom: '-1h', claimUntil: '+2d', validFrom: '+0m', validUntil: '+7d', ...own },
})
const discount = (own: object = {}) => ({
  ...{ id: 'spring', name: '春日', discountBps: 9000, scope: { kind: 'all' } },
  ...{ startsAt: '-1h', endsAt: '+3d', ...own },
})
const save = { id: 'save', name: '满减', scope: { kind: 'all' }, startsAt: '-1h', endsAt: '+3d' }

const aFile = (own: object = {}, promotion: object = {}) =>
  read({
    coupons: [coupon(own)],
    discounts: [discount(promotion)],
    spendAndSave: [{ ...save, steps: [{ minFen: 5000, offFen: 500 }] }],
  })

/** The coupon and the promotions of a file that is read at a moment, after it was read before. */
function planned(file: ReturnType<typeof aFile>, known: readonly CountedTime[], now: Instant) {
  const { file: dated, times } = datedFile(file, known, now)
  const { templates, shop } = planShop(dated, {}, now)
  const [template] = templates
  const { discounts, spendAndSave } = shop.promotions
  return { template, discount: discounts[0], save: spendAndSave[0], times }
}

describe('times that count from the import', () => {
  test('are counted when the file is read for the first time', () => {
    const { template, discount: spring } = planned(aFile(), [], MORNING)
    expect(template).toMatchObject({
      claimFrom: after(MORNING, -1 * HOUR),
      claimUntil: after(MORNING, 2 * DAY),
      validity: { kind: 'dates', from: MORNING, until: after(MORNING, 7 * DAY) },
    })
    expect(spring?.schedule).toMatchObject({ endsAt: after(MORNING, 3 * DAY) })
  })

  test('stay where they are when the same file is read again', () => {
    const first = planned(aFile(), [], MORNING)
    expect(planned(aFile(), first.times, TOMORROW)).toEqual(first)
  })

  test('are counted anew where the file says something else, and only there', () => {
    const first = planned(aFile(), [], MORNING)
    const again = planned(aFile({ claimUntil: '+9d' }, { endsAt: '+4d' }), first.times, TOMORROW)
    expect(again.template).toEqual({ ...first.template, claimUntil: after(TOMORROW, 9 * DAY) })
    expect(again.discount?.schedule).toEqual({
      ...first.discount?.schedule,
      endsAt: after(TOMORROW, 4 * DAY),
    })
    expect(again.save).toEqual(first.save)
  })

  test('of something else with the same words are its own', () => {
    const { times } = planned(aFile(), [], MORNING)
    const { template } = planned(aFile({ id: 'second' }), times, TOMORROW)
    expect(template?.claimFrom).toBe(after(TOMORROW, -1 * HOUR))
  })

  test('give way to a date, and are forgotten with it', () => {
    const { times } = planned(aFile(), [], MORNING)
    const claimUntil = '2026-12-31T23:59+08:00'
    const dated = planned(aFile({ claimUntil }), times, TOMORROW)
    expect(dated.template?.claimUntil).toBe(shopClock('2026-12-31 23:59'))
    expect(dated.times).toHaveLength(times.length - 1)
  })

  test('make no faults of a file that has none', () => {
    const { file } = datedFile(aFile(), [], MORNING)
    expect(shopFaults(file, {}, MORNING)).toEqual(shopFaults(aFile(), {}, MORNING))
  })
})
