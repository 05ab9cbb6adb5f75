/** 邀请码: codes that somebody tries, one after the other or all at the same time. */
import { hourly } from '@domain/limits/hourly'
import { everything, expectNothingChanged } from './books'
import { inviting } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

const MOST_TRIES = hourly.invitation

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const invite = () => small.shop.ask('keeper', 'guides.invite', inviting())

const accept = (openid: string, code: string) => small.shop.call(openid, 'guides.accept', { code })

describe('the code of a place is not found by guessing', () => {
  const codesOf = async (tries: readonly ReturnType<typeof accept>[]) =>
    (await Promise.all(tries)).map((answer) => ('error' in answer ? answer.error.code : 'taken'))

  test('as codes can be tried ten times an hour, and the right one then neither', async () => {
    const ann = small.neighbour()
    const { guideId, invitation } = await invite()
    for (let tried = 0; tried < MOST_TRIES; tried += 1) {
      expect(await accept(ann, `AAAAAAA${tried + 2}`.slice(-8))).toMatchObject({
        error: { code: 'invitation_unknown' },
      })
    }
    await expectNothingChanged(small.shop, async () => {
      for (const code of ['BBBBBBBB', invitation.code]) {
        expect(await accept(ann, code)).toMatchObject({ error: { code: 'tries_over' } })
      }
    })
    await small.shop.pass('1 hour')
    expect(await accept(ann, invitation.code)).toMatchObject({
      result: { guide: { _id: guideId } },
    })
  })

  test('by one hour after the other: it is counted anew', async () => {
    const ann = small.neighbour()
    for (let hour = 0; hour < 2; hour += 1) {
      const told = await codesOf(
        Array.from({ length: MOST_TRIES + 2 }, () => accept(ann, 'AAAAAAAA')),
      )
      expect(told.filter((code) => code === 'invitation_unknown')).toHaveLength(MOST_TRIES)
      await small.shop.pass('1 hour')
    }
  })

  test('by a hundred at the same time: no more than ten of them are answered', async () => {
    const ann = small.neighbour()
    const codes = Array.from({ length: 100 }, (_code, index) => `GUESS${100 + index}`)
    const { hourly_counts: _before, ...before } = await everything(small.shop)
    const told = await codesOf(codes.map((code) => accept(ann, code)))
    expect(told.filter((code) => code === 'invitation_unknown')).toHaveLength(MOST_TRIES)
    expect(new Set(told)).toEqual(new Set(['invitation_unknown', 'tries_over']))
    const { hourly_counts: counts, ...others } = await everything(small.shop)
    expect(counts).toContainEqual(
      expect.objectContaining({
        _id: ann,
        counts: expect.objectContaining({ invitation: MOST_TRIES }) as object,
      }),
    )
    expect(others).toEqual(before)
  })

  test('nor does one who guesses keep anybody else from their place', async () => {
    const [ann, bo] = [small.neighbour(), small.neighbour()]
    for (let tried = 0; tried <= MOST_TRIES; tried += 1) await accept(ann, 'AAAAAAAA')
    const { invitation } = await invite()
    expect(await accept(bo, invitation.code)).toHaveProperty('result')
  })
})
