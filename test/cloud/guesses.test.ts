/**
 * 100,000 tokens that somebody guesses. Each is an invocation of the deployed function on the whole
 * database; but in this process, without HTTP and the SDK between, which would take ten minutes and
 * be the same for each of them. A part of them goes through everything in attribution-rules.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readSchema } from '../../emulator/store/schema'
import type { Store } from '../../emulator/store/store'
import type { Town } from '../simulate/cloud/town'
import { bundleFunctions } from '../simulate/fast/bundle'
import { openFastTown } from '../simulate/fast/fast-town'
import { writtenShop } from './written'

jest.setTimeout(300_000)

const GUESSES = 100_000
const LETTERS = '23456789abcdefghijkmnpqrstuvwxyz'

let town: Town
beforeAll(async () => {
  const schema = readSchema(readFileSync('cloudfunctions/database.json', 'utf8'))
  const bundles = await bundleFunctions()
  town = openFastTown({ at: Date.UTC(2026, 10, 28, 2), bundles, schema })
  await town.put('staff', { _id: 'keeper', role: 'operator' } as { _id: string })
})
afterAll(() => town.close())

/** Counts every write into any collection. */
const writes = () => (Reflect.get(town, 'store') as Store).version

/** A token as the shop makes them, with a wish to open it: the same ones each time. */
function guess(number: number) {
  const digest = createHash('sha256').update(`guess ${number}`).digest()
  const link = Array.from(digest.subarray(0, 20), (byte) => LETTERS.charAt(byte % 32)).join('')
  return { requestId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, link }
}

const open = (openid: string, wish: ReturnType<typeof guess>) =>
  town.call(openid, 'shop', { name: 'attribution.open', input: { ...wish, scene: 1007 } })

test('of 100,000 guesses none opens a link, and nothing is written', async () => {
  const importing = { file: writtenShop(), pictures: {} }
  await town.call('keeper', 'staff', { name: 'shopfile.import', input: importing })
  const sharing = { target: { kind: 'home' }, channels: ['chat'] }
  const shared = await town.call('li', 'shop', { name: 'attribution.share', input: sharing })
  const { links } = (shared as { result: { links: { chat: string } } }).result
  const before = writes()
  const told = new Map<string, number>()
  for (let number = 0; number < GUESSES; number += 1) {
    const answer = await open(`guesser-${number % 100}`, guess(number))
    const code = 'error' in answer ? answer.error.code : 'opened'
    told.set(code, (told.get(code) ?? 0) + 1)
  }
  expect([...told]).toEqual([['link_unknown', GUESSES]])
  expect(writes()).toBe(before)
  // The same door opens for the one token that there is, and that is written down.
  expect(await open('ann', { ...guess(0), link: links.chat })).toHaveProperty('result')
  expect(writes()).toBeGreaterThan(before)
})
