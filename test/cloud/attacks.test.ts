/**
 * Attacks, as a table: whose things each action touches, and what each kind of attacker tries. An
 * attack is also played against functions in which the fault is planted by which it would get
 * through, so that it is known to be seen there.
 */
import { actions } from './action-lists'
import { type AttackClass } from './attacks/attack'
import { inputs } from './attacks/inputs'
import { foreignWish } from './attacks/foreign'
import { growth } from './attacks/growth'
import { claims, doors, things } from './attacks/identity'
import { callbacks, money } from './attacks/money'
import { owners } from './attacks/owners'
import { stock } from './attacks/stock'
import { Variants } from './attacks/variants'
import { guide } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

const variants = new Variants()
let small: SmallShop
const attackers: Record<string, string> = {}
beforeAll(async () => {
  small = await openSmallShop({ functions: variants.functions })
  // Who runs the shop is a shopper like others where it is about shoppers' things.
  attackers.operator = 'keeper'
  attackers.shopper = small.neighbour()
  attackers.guide = (await guide(small)).openid
})
afterAll(async () => {
  await small.shop.close()
  variants.remove()
})

test('every action says whose things it touches', () => {
  expect(Object.keys(owners).sort()).toEqual([...actions].sort())
  const untold = actions.filter((name) => {
    const { whose, refusals = [], shown } = owners[name]
    if (whose === 'owner') return refusals.length === 0
    return (whose === 'shop' || whose === 'bearer') && shown === undefined
  })
  expect(untold).toEqual([])
})

const played = actions.filter((name) => owners[name].shown === undefined)

test.each(played)('%s gives nobody what is another’s, whatever they claim', async (name) => {
  expect(await foreignWish(small, name, attackers)).toEqual([])
})

const classes: readonly AttackClass[] = [
  ...[claims, things, doors, money, callbacks, stock, growth, inputs],
]

const isTold = ({ isInTable }: AttackClass) => isInTable === true

describe.each(classes.filter((one) => !isTold(one)))('$name', ({ attacks }) => {
  test.each(attacks)('$what is turned away', async ({ play }) => {
    expect(await play(small)).toEqual([])
  })
})

describe.each(classes)('where the fault is planted, $name', ({ attacks, faults }) => {
  beforeAll(() => variants.plant(faults))
  afterAll(() => variants.restore())

  test.each(attacks)('$what is seen to get through', async ({ play }) => {
    expect(await play(small)).not.toEqual([])
  })
})
