/** Inputs that would be orders to the database; what others see of names and reasons. */
import { randomUUID } from 'node:crypto'
import { functionOf, type ActionName } from '@domain/functions'
import { guide } from '../guide-shop'
import type { SmallShop } from '../small-shop'
import { breach, type AttackClass } from './attack'

const operators: readonly unknown[] = [
  ...[{ $ne: null }, { $gt: '' }, { $regex: '.*' }, ['a'], { $in: ['a'] }],
  ...['$where', '__proto__', 'a.b', 'holds.x', ''],
]

const SCRIPT = '<script>alert(1)</script>'

/** Sends an operator in the place of an id. */
async function operatorsFor(small: SmallShop, name: ActionName, field: string, rest: object = {}) {
  const openid = small.neighbour()
  const found: string[] = []
  for (const value of operators) {
    const event = { name, input: { ...rest, [field]: value } }
    const { error } = await small.shop.callRaw<{ error?: { code: string } }>(
      openid,
      functionOf[name],
      event,
    )
    const told = error?.code ?? 'yes'
    found.push(...breach(told !== 'input_invalid', `${name} says ${told} to ${String(value)}`))
  }
  return found
}

export const inputs: AttackClass = {
  name: 'somebody who sends',
  attacks: [
    {
      what: 'orders to the database instead of an order’s id',
      play: async (small) => [
        ...(await operatorsFor(small, 'orders.see', 'orderId')),
        ...(await operatorsFor(small, 'orders.cancel', 'orderId', { requestId: randomUUID() })),
      ],
    },
    {
      what: 'the like instead of a deal’s id, or a link’s',
      play: async (small) => [
        ...(await operatorsFor(small, 'groupbuy.see', 'dealId')),
        ...(await operatorsFor(small, 'attribution.open', 'link', { requestId: randomUUID() })),
      ],
    },
    {
      what: 'a name that ends a line, or is no picture of theirs',
      play: async (small) => {
        const openid = small.neighbour()
        const told = await Promise.all(
          [
            { nickname: 'a\nb' },
            { nickname: `\u0000` },
            { avatar: 'https://elsewhere.example/pixel.png' },
            { avatar: 'cloud://jutuan-local.files/avatars/../codes/link-1.png' },
            { avatar: `cloud://a/avatars/x.svg` },
          ].map((input) => small.shop.refusal(openid, 'members.profile', input as never)),
        )
        return told.flatMap((code, at) =>
          breach(code !== 'input_invalid', `${at}: ${code ?? 'yes'}`),
        )
      },
    },
    {
      what: 'a nickname of many kilobytes to be shown to a guide',
      play: async (small) => {
        const { openid } = await guide(small)
        const nickname = SCRIPT.repeat(1000)
        const told = await small.shop.refusal(openid, 'members.profile', { nickname })
        return breach(told !== 'input_invalid', `it says ${told ?? 'yes'}`)
      },
    },
  ],
  faults: [
    {
      file: 'domain/contract.ts',
      snippet: "typeof value === 'string' && isId(value), 'not an id'",
      instead: 'value !== isId',
    },
    {
      file: 'domain/contract.ts',
      snippet: `    .max(most)
`,
      instead: '',
    },
    {
      file: 'domain/contract.ts',
      snippet: ".regex(/^[^\\u0000-\\u001f\\u007f]*$/u, 'control characters')",
      instead: '',
    },
    {
      file: 'domain/members/contract.ts',
      snippet:
        '/^cloud:\\/\\/[\\w.-]{1,120}\\/avatars\\/[\\w-]{1,80}\\.(jpg|jpeg|png|webp|gif)$/.test(value)',
      instead: 'value.length > 0',
    },
  ],
}
