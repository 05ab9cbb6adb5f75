import { preSaleFault, preSaleOf, waitFault } from '@domain/deals/preSale'
import { shipsAtOf } from '@domain/orders/handout'
import { after, DAY } from '@domain/time'
import { aLine, anOffer, anOrder, aReceipt, MORNING } from '../build'

const day = (days: number) => after(MORNING, days * DAY)
const deal = (days: number, ships?: number) => ({
  startsAt: MORNING,
  endsAt: day(days),
  ...(ships !== undefined && { shipsAt: day(ships) }),
})

describe('how long a deal may keep everybody waiting for its end', () => {
  test.each([1, 12, 13])('%d days is not too long', (days) => {
    expect(waitFault(deal(days))).toBeUndefined()
  })

  test('a millisecond more than thirteen days is', () => {
    const longer = { ...deal(13), endsAt: after(day(13), 1) }
    expect(waitFault(longer)).toMatch(/^paid goods wait 13 days at the most/)
  })

  test('a pre-sale may take longer, for it says when the goods come', () => {
    expect(waitFault(deal(40, 41))).toBeUndefined()
  })
})

describe('when a pre-sale of ten days may ship', () => {
  test.each<[number, RegExp | undefined]>([
    [9, /when its deal is over, not before$/],
    [10, undefined],
    [25, undefined],
    [26, /within 15 days of the end/],
  ])('on day %d: %s', (ships, fault) => {
    const told = preSaleFault(deal(10, ships))
    if (fault) expect(told).toMatch(fault)
    else expect(told).toBeUndefined()
  })

  test('is nobody’s business where there is none', () => {
    expect(preSaleFault(deal(10))).toBeUndefined()
  })
})

describe('what is told of the shipping of a pre-sale', () => {
  test('is its day, and nothing at all where there is none', () => {
    expect(preSaleOf(deal(3, 5))).toEqual({ shipsAt: day(5) })
    expect(preSaleOf(deal(3))).toEqual({})
  })

  test('stands on the receipt of every order in it', () => {
    const line = aLine({ deal: { ...anOffer(3), shipsAt: day(5) } })
    expect(shipsAtOf(anOrder({ receipt: aReceipt([line]) }))).toBe(day(5))
    expect(shipsAtOf(anOrder())).toBeUndefined()
  })
})
