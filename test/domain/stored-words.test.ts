/** Words that stand in documents: another spelling would not find what was stored before. */
import { bindingDays, usualRule } from '@domain/attribution/rule'
import { shareChannels } from '@domain/attribution/shareLink'
import { commissionKinds } from '@domain/commission/entry'
import { commissionRoles } from '@domain/commission/rule'
import { commissionStages } from '@domain/commission/sums'
import { couponChannels } from '@domain/coupons/coupon'
import { courierCompanies } from '@domain/orders/delivery'
import { keptStatuses } from '@domain/orders/order'
import { priceSteps } from '@domain/orders/pricing/line'
import { wholeKinds } from '@domain/orders/story'
import { pointsKinds } from '@domain/points/account'

test.each<[string, readonly string[], string]>([
  ['ways of a link', shareChannels, 'chat moments poster code wecom'],
  ['reasons of commission', commissionKinds, 'share change payout payout-back'],
  ['roles that get commission', commissionRoles, 'guide store host second'],
  ['stages of commission', commissionStages, 'pending frozen payable paid-out'],
  [
    'ways of a coupon',
    couponChannels,
    'claim monthly level-up order points live wecom-contact split',
  ],
  ['statuses in which an order is kept', keptStatuses, 'waiting paid shipped received done'],
  ['what a receipt tells of the whole order', wholeKinds, 'spend-and-save coupon points freight'],
  [
    'steps of a price, in the order in which they are taken',
    priceSteps,
    'base ladder team flash mall live prize discount member-day level ' +
      'spend-and-save coupon points freight',
  ],
  ['couriers, by WeChat’s codes', courierCompanies, 'SF YTO ZTO STO YUNDA JD JTSD EMS DBL'],
  ['reasons of points', pointsKinds, 'earn earn-back spend spend-back sign-in redeem expire'],
])('%s', (_what, words, expected) => {
  expect(words.join(' ')).toBe(expected)
})

test('a shop that says nothing credits the last guide of a fortnight and a day', () => {
  expect(usualRule).toEqual({
    version: 1,
    kind: 'last-guide-touch',
    days: 15,
    selfPurchase: false,
  })
  expect(bindingDays).toEqual({ least: 1, most: 365 })
})
