/** Credit, coupons and points for nothing. */
import { randomUUID } from 'node:crypto'
import type { PointsEntry } from '@domain/points/account'
import { brings, creditOf, guide, open } from '../guide-shop'
import { givePoints } from '../points-shop'
import { breach, type AttackClass } from './attack'

const AT_ONCE = 8

const together = (act: () => Promise<unknown>) => Promise.all(Array.from({ length: AT_ONCE }, act))

export const growth: AttackClass = {
  name: 'somebody who would earn by',
  attacks: [
    {
      what: 'buying by a friend’s share of their own link',
      play: async (small) => {
        const { openid, guideId } = await guide(small)
        const friend = small.neighbour()
        await brings(small, openid, friend)
        await brings(small, friend, openid)
        const orderId = await small.buy(openid, small.line(await small.product()))
        return breach((await creditOf(small, orderId)) === guideId, 'the order is their own')
      },
    },
    {
      what: 'opening an old link of theirs in a customer’s name',
      play: async (small) => {
        const [theirs, own] = [await guide(small), await guide(small)]
        const customer = small.neighbour()
        await brings(small, theirs.openid, customer)
        const link = await brings(small, own.openid, small.neighbour())
        await small.minutes(1)
        const claims = { openid: customer, memberId: customer, userInfo: { openId: customer } }
        const input = { requestId: randomUUID(), link, scene: 1007 }
        await small.shop.callRaw(own.openid, 'shop', { name: 'attribution.open', input, ...claims })
        const orderId = await small.buy(customer, small.line(await small.product()))
        const credited = await creditOf(small, orderId)
        return breach(credited !== theirs.guideId, `the order is ${String(credited)}’s`)
      },
    },
    {
      what: 'a token with one letter changed',
      play: async (small) => {
        const { openid } = await guide(small)
        const link = await brings(small, openid, small.neighbour())
        const other = `${link.slice(0, -1)}${link.endsWith('2') ? '3' : '2'}`
        const answer = await open(small, small.neighbour(), other)
        return breach('result' in answer, `${other} is opened`)
      },
    },
    {
      what: 'signing in eight times at once',
      play: async (small) => {
        await givePoints(small)
        const memberId = small.neighbour()
        await together(() => small.shop.call(memberId, 'points.signIn', {}))
        const entries = await small.shop.documents<PointsEntry>('points_entries', { memberId })
        return breach(entries.length !== 1, `${entries.length} days in one`)
      },
    },
    {
      what: 'claiming eight coupons at once where one is allowed',
      play: async (small) => {
        const templateId = await small.coupon()
        const memberId = small.neighbour()
        await together(() =>
          small.shop.call(memberId, 'coupons.claim', { requestId: randomUUID(), templateId }),
        )
        const coupons = await small.shop.documents('coupons', { memberId })
        return breach(coupons.length !== 1, `${coupons.length} coupons`)
      },
    },
  ],
  faults: [
    {
      file: 'domain/attribution/attribute.ts',
      snippet:
        "if (guideId !== null && guideId === ownGuideId && !rule.selfPurchase) return 'self'",
      instead: "if (guideId !== null && ownGuideId === '') return 'self'",
    },
    {
      file: 'server/kit/serve.ts',
      snippet: 'const asked = readEvent(event)',
      instead: `const asked = readEvent(event)
        Reflect.set(globalThis, 'claimed', Reflect.get(Object(event), 'memberId'))`,
    },
    {
      file: 'server/kit/serve.ts',
      snippet: 'callerOf(callerContext(), now)',
      instead: `callerOf({ ...callerContext(),
        openid: Reflect.get(globalThis, 'claimed') ?? callerContext().openid }, now)`,
    },
    {
      file: 'server/attribution/open.ts',
      snippet: '.match({ _id: linkId })',
      instead: '.match({ _id: new RegExp(`^${linkId.slice(0, -1)}`) })',
    },
    {
      file: 'server/points/signIn.ts',
      snippet: 'const today = signIn(account, steps, now)',
      instead: 'const today = signIn({ ...account, signedOn: null }, steps, now)',
    },
    {
      file: 'server/points/signIn.ts',
      snippet: '`sign-in.${memberId}.${day}`',
      instead: '`sign-in.${memberId}.${day}.${Math.random()}`',
    },
    {
      file: 'server/coupons/claim.ts',
      snippet: 'if (refusal) return refusal',
      instead: "if (refusal && refusal.code !== 'member_limit') return refusal",
    },
    {
      file: 'server/coupons/claim.ts',
      snippet: 'claimIdOf(templateId, memberId, template.had.length + 1)',
      instead: 'claimIdOf(templateId, memberId, Math.random())',
    },
  ],
}
