/** Spans of time that shoppers, staff and WeChat rely on, in plain figures. */
import { EXPIRING_SOON } from '@domain/coupons/life'
import { REMIND_AHEAD } from '@domain/flashsale/reminder'
import { AFTER_SALE_WINDOW, AUTO_RECEIVE } from '@domain/orders/delivery'
import { PAY_WINDOW } from '@domain/orders/order'
import { REFUND_SPACING } from '@domain/orders/refund'
import { EXPIRY_NOTICE, HELD_DELAY } from '@domain/points/ledger'

test.each([
  ['an order waits for its payment 15 minutes', PAY_WINDOW, 900_000],
  ['a parcel counts as received after 10 days', AUTO_RECEIVE, 864_000_000],
  ['money can be asked back for 7 days', AFTER_SALE_WINDOW, 604_800_000],
  ['WeChat Pay wants a minute between refunds', REFUND_SPACING, 60_000],
  ['a session is announced 5 minutes before', REMIND_AHEAD, 300_000],
  ['a coupon’s end is announced 2 days before', EXPIRING_SOON, 172_800_000],
  ['the end of points is announced 7 days before', EXPIRY_NOTICE, 604_800_000],
  ['due points that are held are looked at again after 10 minutes', HELD_DELAY, 600_000],
])('%s', (_what, span, milliseconds) => {
  expect(span).toBe(milliseconds)
})
