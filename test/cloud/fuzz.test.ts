/**
 * Inputs of every kind for every action: none breaks a function, none that is refused changes
 * anything. `npm run fuzz` plays 10,000 of each; here it is a share of them.
 */
import { appendFileSync } from 'node:fs'
import { isId } from '@domain/ids'
import type { ActionName } from '@domain/functions'
import * as fc from 'fast-check'
import { everyAction } from '../domain/actions'
import { actions } from './action-lists'
import { expectPoolsToAddUp } from './books'
import { inputsOf } from './fuzz/inputs'
import type { Stock } from './fuzz/from-contract'
import { Play, type Violation } from './fuzz/play'
import { Variants } from './attacks/variants'
import { guide } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'
import { wishes } from './wishes'

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 15)
const SEED = Number(process.env.FUZZ_SEED ?? 2027)
const wanted = process.env.FUZZ_ACTIONS?.split(',')
const report = process.env.FUZZ_REPORT

/** A good wish is used up when it is granted, so there is a fresh one every so many inputs. */
const ROUND = 500

jest.setTimeout(30_000 + INPUTS * 200)

const variants = new Variants()
let small: SmallShop
let others: readonly string[]
beforeAll(async () => {
  small = await openSmallShop({ functions: variants.functions })
  others = [small.neighbour(), (await guide(small)).openid, 'keeper', 'the-clerk']
  await small.shop.control('PUT', 'collections/staff/the-clerk', { role: 'clerk' })
})
afterAll(async () => {
  await small.shop.close()
  variants.remove()
})

const MOST_STOCK = 300

/** Ids that good wishes of this shop have named so far. */
const known = new Set<string>()

/** Ids that there are in the shop, this wish's own first, and moments about now. */
async function stockOf(good: object): Promise<Stock> {
  const own = new Set<string>()
  const walk = (value: unknown) => {
    if (typeof value === 'string' && (isId(value) || value.startsWith('cloud:'))) own.add(value)
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(good)
  own.forEach((id) => known.add(id))
  const now = await small.shop.now()
  const moments = [now, now - 1, now + 60_000, now - 86_400_000, 0]
  return [...own, ...[...known].slice(-MOST_STOCK), ...moments]
}

async function round(name: ActionName, no: number): Promise<Violation[]> {
  const { openid, input: good } = await wishes[name](small)
  const schema = everyAction[name]?.input
  if (!schema) throw new Error(`No contract has ${name}`)
  const making = { schema, good, openid, others, stock: await stockOf(good) }
  const numRuns = Math.min(ROUND, INPUTS - no * ROUND)
  const inputs = fc.sample(inputsOf(making), { numRuns, seed: SEED + 7919 * no })
  const play = new Play(small.shop, name)
  await play.run(inputs)
  return play.violations
}

test.each(wanted ? actions.filter((name) => wanted.includes(name)) : actions)(
  '%s answers or refuses whatever it is sent, and a refusal changes nothing',
  async (name) => {
    const started = performance.now()
    const violations: Violation[] = []
    for (let no = 0; no * ROUND < INPUTS; no += 1) violations.push(...(await round(name, no)))
    const seconds = (performance.now() - started) / 1000
    const line = { name, inputs: INPUTS, seconds, violations }
    if (report) appendFileSync(report, `${JSON.stringify(line)}\n`)
    expect(violations.slice(0, 10)).toEqual([])
  },
)

test('and whatever they were sent, every pool adds up', () => expectPoolsToAddUp(small.shop))

test('a function that reads what its contract refuses is seen', async () => {
  await variants.plant([
    {
      file: 'server/kit/serve.ts',
      snippet: 'if (!parsed?.success)',
      instead: "if (!parsed?.success && name !== 'cart.set')",
    },
  ])
  expect((await round('cart.set', 0)).length).toBeGreaterThan(0)
})
