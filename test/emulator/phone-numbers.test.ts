import { LocalCloud, sdk } from './local-cloud'

interface Told {
  readonly refused?: number
  readonly phoneInfo?: { readonly phoneNumber: string; readonly countryCode: string }
}

const shop = new LocalCloud({
  profile: {
    config: { permissions: { openapi: ['phonenumber.getPhoneNumber'] } },
    code: `${sdk}exports.main = (data) => cloud.openapi.phonenumber.getPhoneNumber(data)
      .catch((error) => ({ refused: error.errCode }))`,
  },
})

beforeAll(() => shop.start())
afterAll(() => shop.close())

const tell = (data: object) => shop.result<Told>('profile', data)
const codeFor = async (openid: string) =>
  (await shop.post<{ code: string }>('/_emulator/phone-codes', { openid })).code

describe('the telephone number behind a code', () => {
  test('is the person’s own, the same each time', async () => {
    const number = async (openid: string) =>
      (await tell({ code: await codeFor(openid) })).phoneInfo?.phoneNumber
    const ann = await number('ann')
    expect(ann).toMatch(/^138\d{8}$/)
    expect(await number('ann')).toBe(ann)
    expect(await number('bo')).not.toBe(ann)
  })

  test('is told once for a code', async () => {
    const code = await codeFor('ann')
    expect(await tell({ code })).toMatchObject({ phoneInfo: { countryCode: '86' } })
    expect(await tell({ code })).toEqual({ refused: 40029 })
  })

  test('is told to one of two that ask at once', async () => {
    const code = await codeFor('ann')
    const told = await Promise.all([tell({ code }), tell({ code })])
    expect(told.filter(({ refused }) => refused === 40029)).toHaveLength(1)
  })

  test('is told for five minutes', async () => {
    const [early, late] = [await codeFor('ann'), await codeFor('ann')]
    await shop.post('/_emulator/clock', { freeze: true })
    await shop.post('/_emulator/clock', { advance: 4 * 60_000 })
    expect(await tell({ code: early })).toHaveProperty('phoneInfo')
    await shop.post('/_emulator/clock', { advance: 2 * 60_000 })
    expect(await tell({ code: late })).toEqual({ refused: 40029 })
  })

  test.each([{}, { code: '' }, { code: 'made-up' }, { code: 7 }])(
    'is not told for %j',
    async (data) => {
      expect(await tell(data)).toEqual({ refused: 40029 })
    },
  )

  test('is not told for the code of somebody else', async () => {
    expect(await tell({ code: await codeFor('ann'), openid: 'bo' })).toEqual({ refused: 40029 })
  })

  test('wants a person', async () => {
    const refused = await shop.post<{ error?: object }>('/_emulator/phone-codes', { openid: '7' })
    expect(refused.error).toMatchObject({ code: 'body_invalid' })
  })
})
