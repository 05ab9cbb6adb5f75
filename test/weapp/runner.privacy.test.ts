import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone, type OpenPhone } from './phone'

type Answer = Readonly<Record<string, unknown>> & { readonly errMsg: string }

afterEach(closePhones)

const open = (options: OpenPhone = {}) =>
  openPhone({ weapp: fixtureWeapp, hasAgreed: false, ...options })

function call(phone: Driver, name: string): Promise<Answer> {
  const api = phone.phone.wx[name] as (options: object) => void
  return new Promise((complete) => {
    api({ complete })
  })
}

const isAskedFor = async (phone: Driver) =>
  (await call(phone, 'getPrivacySetting'))['needAuthorization']

describe('before the privacy guidelines were agreed to', () => {
  test('a mini-program learns that it has to ask, and afterwards that it has not', async () => {
    expect(await isAskedFor(await open({ hasAgreed: true }))).toBe(false)
    const phone = await open()
    expect(await isAskedFor(phone)).toBe(true)
    phone.phone.privacy.agree()
    expect(await isAskedFor(phone)).toBe(false)
  })

  test.each(['chooseAddress', 'chooseMedia', 'requirePrivacyAuthorize'])(
    '%s has WeChat ask, and fails for who does not agree',
    async (name) => {
      const asked: string[] = []
      const consents = (question: string) => asked.push(question) < 0
      const phone = await open({ consents })
      expect(await call(phone, name)).toMatchObject({
        errMsg: `${name}:fail privacy permission is not authorized`,
        errno: 104,
      })
      expect(asked).toEqual(['同意用户隐私保护指引'])
    },
  )

  test('who agrees once is not asked again', async () => {
    const asked: string[] = []
    const phone = await open({ consents: (question) => asked.push(question) > 0 })
    expect((await call(phone, 'chooseAddress')).errMsg).toBe('chooseAddress:ok')
    expect((await call(phone, 'chooseAddress')).errMsg).toBe('chooseAddress:ok')
    expect(asked).toHaveLength(1)
  })
})
