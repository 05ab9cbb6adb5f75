import { Power, readCut } from '../../emulator/faults/power'

/** What happens, in its order, when three things are written. */
async function written(cut?: Parameters<Power['follow']>[0]): Promise<string[]> {
  const happened: string[] = []
  const power = new Power(() => happened.push('dark'))
  power.follow(cut)
  for (const what of ['one', 'two', 'three']) {
    await power.around(() => Promise.resolve(happened.push(what)).then(() => undefined))
  }
  expect(power.writes).toBe(3)
  return happened
}

test('nothing happens to writes unless it is wished for', async () => {
  expect(await written()).toEqual(['one', 'two', 'three'])
})

test('the power goes before a write, or when it is done and before anybody knows', async () => {
  expect(await written({ at: 2, when: 'before' })).toEqual(['one', 'dark', 'two', 'three'])
  expect(await written({ at: 2, when: 'after' })).toEqual(['one', 'two', 'dark', 'three'])
})

test('a new plan counts from the first write on', async () => {
  const power = new Power()
  await power.around(() => Promise.resolve())
  power.follow(readCut({}))
  expect(power.writes).toBe(0)
})

test('a write that fails, fails', async () => {
  const refused = new Power().around(() => Promise.reject(new Error('the disk is full')))
  await expect(refused).rejects.toThrow('the disk is full')
})

test('a plan says which write, and which side of it', () => {
  expect(readCut({})).toBeUndefined()
  expect(readCut({ at: 7 })).toEqual({ at: 7, when: 'before' })
  expect(readCut({ at: 7, when: 'after' })).toEqual({ at: 7, when: 'after' })
})

test.each([
  [{ at: 0 }, '"at" must be a whole number from 1 on.'],
  [{ at: 1.5 }, '"at" must be a whole number from 1 on.'],
  [{ at: 1, when: 'amid' }, '"when" must be "before" or "after".'],
  [{ at: 1, now: true }, 'There is no "now" in a power cut.'],
])('%j is refused: %s', (wish, sentence) => {
  expect(() => readCut(wish)).toThrow(sentence)
})
