/** Being somebody else, and doors that are not for shoppers. */
import { randomUUID } from 'node:crypto'
import { functionOf, type ActionName } from '@domain/functions'
import { Follower, lasting, nameOf } from '../changes'
import { inviting } from '../guide-shop'
import type { SmallShop } from '../small-shop'
import type { AttackClass } from './attack'
import { foreignWish } from './foreign'

/** What a call of somebody leaves behind, document by document. */
async function leftBy(small: SmallShop, act: () => Promise<unknown>): Promise<readonly string[]> {
  const follower = new Follower(small.shop)
  await follower.written()
  await act()
  return lasting(await follower.written()).map(nameOf)
}

const claiming = (name: ActionName) => ({
  what: `with ${name} in the name of whoever the event says`,
  play: (small: SmallShop) => foreignWish(small, name, { shopper: small.neighbour() }),
})

/** Says in the event who one is: one action that reads and one that writes of each function. */
export const claims: AttackClass = {
  name: 'somebody who says to be somebody else',
  isInTable: true,
  attacks: (
    ['orders.see', 'orders.cancel', 'cart.see', 'members.profile', 'guides.desk'] as const
  ).map(claiming),
  faults: [
    {
      file: 'server/kit/serve.ts',
      snippet: 'const asked = readEvent(event)',
      instead: `const asked = readEvent(event)
        Reflect.set(globalThis, 'claimed', Reflect.get(Object(event), 'openid'))`,
    },
    {
      file: 'server/kit/serve.ts',
      snippet: 'callerOf(callerContext(), now)',
      instead: `callerOf({ ...callerContext(),
        openid: Reflect.get(globalThis, 'claimed') ?? callerContext().openid }, now)`,
    },
  ],
}

const of = (name: ActionName, role: 'shopper' | 'guide') => ({
  what: `with ${name}`,
  play: async (small: SmallShop) => {
    const openid = role === 'guide' ? await anotherGuide(small) : small.neighbour()
    return foreignWish(small, name, { [role]: openid })
  },
})

async function anotherGuide(small: SmallShop): Promise<string> {
  const openid = small.neighbour()
  const { invitation } = await small.shop.ask('keeper', 'guides.invite', inviting())
  await small.shop.ask(openid, 'guides.accept', { code: invitation.code })
  return openid
}

/** Names a thing of somebody else's: order with its address, request, link, income, payout. */
export const things: AttackClass = {
  name: 'somebody who names what is another’s',
  isInTable: true,
  attacks: [
    of('orders.see', 'shopper'),
    of('orders.cancel', 'shopper'),
    of('orders.refund', 'shopper'),
    of('aftersale.withdraw', 'shopper'),
    of('attribution.code', 'guide'),
    of('attribution.explain', 'guide'),
    of('commission.see', 'guide'),
    of('payouts.check', 'guide'),
  ],
  faults: [
    {
      file: 'server/orders/view.ts',
      snippet: 'order?.memberId === memberId ? order',
      instead: 'order ? order',
    },
    {
      file: 'server/orders/grant.ts',
      snippet: "reach === 'any' || order.memberId === reach.memberId",
      instead: "reach === 'any' || order.memberId !== ''",
    },
    {
      file: 'server/attribution/code.ts',
      snippet: 'found?.sharerId !== caller.memberId',
      instead: '!found',
    },
    {
      file: 'server/attribution/explain.ts',
      snippet: 'order?.attribution.guideId === guide._id',
      instead: 'order',
    },
    {
      file: 'server/commission/see.ts',
      snippet: 'entry.payee === payee',
      instead: "entry.payee !== ''",
    },
    {
      file: 'server/payouts/read.ts',
      snippet: 'payout?.guideId !== guide._id',
      instead: '!payout',
    },
  ],
}

/** A paid order of which the shop has not heard. */
async function waitingForWechat(small: SmallShop) {
  const openid = small.neighbour()
  const orderId = await small.place(openid, small.joining(await small.ladder()))
  await small.paid(openid, orderId, { outcome: 'success', notify: 'never' })
  return { openid, orderId }
}

const working = (role: 'clerk' | 'crew', name: ActionName, input: object) => ({
  what: `${role} with ${name}`,
  play: async (small: SmallShop) => {
    const openid = small.neighbour()
    await small.shop.control('PUT', `collections/staff/${openid}`, { role })
    return leftBy(small, () => small.shop.callRaw(openid, functionOf[name], { name, input }))
  },
})

/** The doors for WeChat, found open, and those for other roles. */
export const doors: AttackClass = {
  name: 'whoever calls what is not for them:',
  attacks: [
    {
      what: 'a shopper with a payment notice',
      play: async (small) => {
        const { openid, orderId } = await waitingForWechat(small)
        const notice = { outTradeNo: orderId, resultCode: 'SUCCESS', source: 'wx_paycallback' }
        return leftBy(small, () => small.shop.callRaw(openid, 'pay-notify', notice))
      },
    },
    {
      what: 'a shopper with the timer’s event',
      play: async (small) => {
        const openid = small.neighbour()
        const orderId = await small.place(openid, small.line(await small.product()))
        // Its time is over, and the timer has not come by yet.
        const late = { ...(await small.order(orderId)), payBefore: 1 }
        await small.shop.control('PUT', `collections/orders/${orderId}`, late)
        const tick = { Type: 'Timer', TriggerName: 'tick', source: 'wx_trigger' }
        return leftBy(small, () => small.shop.callRaw(openid, 'timer', tick))
      },
    },
    working('clerk', 'guides.invite', { ...inviting(), requestId: randomUUID() }),
    working('crew', 'guides.invite', { ...inviting(), requestId: randomUUID() }),
  ],
  faults: [
    {
      file: 'server/payment/notices.ts',
      snippet: 'if (source !== SOURCE) {',
      instead: "if (source === '') {",
    },
    {
      file: 'server/timer/tick.ts',
      snippet: "if (!source.split(',').includes('wx_trigger')) {",
      instead: "if (source === '') {",
    },
    {
      file: 'server/staff/door.ts',
      snippet: 'return mayDo(role, action) ?',
      instead: 'return role && mayDo ?',
    },
  ],
}
