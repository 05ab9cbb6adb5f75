import type { CouponOffer } from '@domain/coupons/contract'
import { offerState, type OfferState } from '@domain/coupons/outlook'
import { after, DAY, HOUR, instant } from '@domain/time'
import { id, MORNING } from '../build'
import { aTemplate } from './build'

type Own = Partial<Omit<CouponOffer, 'template' | 'audience'>> & {
  readonly template?: Partial<CouponOffer['template']>
  readonly isIn?: boolean
}

function anOffer({ template, isIn = true, ...own }: Own): CouponOffer {
  return {
    template: aTemplate({ _id: id('ten'), perMember: 2, ...template }),
    audience: { kind: 'all', name: '', isIn },
    left: 5,
    claimed: 0,
    ...own,
  }
}

const yesterday = instant(MORNING - DAY)
const tomorrow = after(MORNING, DAY)

describe('how an offer of the coupon centre stands', () => {
  const cases: readonly [string, Own, OfferState][] = [
    ['some are left, and one may claim', {}, 'claimable'],
    ['one of two was claimed', { claimed: 1 }, 'claimable'],
    ['all that one may have were claimed', { claimed: 2 }, 'claimed'],
    ['all that one may have were claimed, and none is left', { claimed: 2, left: 0 }, 'claimed'],
    ['none is left', { left: 0 }, 'gone'],
    ['it is for others', { isIn: false, left: 0 }, 'other'],
    ['claiming starts later', { template: { claimFrom: tomorrow } }, 'unstarted'],
    ['claiming starts now', { template: { claimFrom: MORNING } }, 'claimable'],
    ['claiming ends now', { template: { claimUntil: MORNING } }, 'over'],
    ['claiming ends soon', { template: { claimUntil: after(MORNING, HOUR) } }, 'claimable'],
    [
      'what one would claim is not good any more',
      { template: { validity: { kind: 'dates', from: yesterday, until: MORNING } } },
      'over',
    ],
    [
      'what one would claim is good later',
      { template: { validity: { kind: 'dates', from: tomorrow, until: after(tomorrow, DAY) } } },
      'claimable',
    ],
  ]
  test.each(cases)('when %s', (_, own, state) => {
    expect(offerState(anOffer(own), MORNING)).toBe(state)
  })
})
