import { LocalCloud, sdk } from '../emulator/local-cloud'
import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone, type OpenPhone } from './phone'

const shop = new LocalCloud({
  profile: {
    config: { permissions: { openapi: ['phonenumber.getPhoneNumber'] } },
    code: `${sdk}exports.main = (data) => cloud.openapi.phonenumber.getPhoneNumber(data)`,
  },
})

beforeAll(() => shop.start())
afterAll(() => shop.close())
afterEach(closePhones)

interface Heard {
  readonly type: string
  readonly detail: Readonly<Record<string, unknown>>
}

const openKit = (options: OpenPhone = {}) =>
  openPhone({ weapp: fixtureWeapp, path: 'pages/kit/kit', cloud: shop.url, ...options })

const heard = (phone: Driver, type: string) =>
  (phone.phone.stack.top.instance.data['heard'] as readonly Heard[])
    .filter((event) => event.type === type)
    .map(({ detail }) => detail)

const suggestion = (phone: Driver) =>
  phone.phone.screen.root.querySelector<HTMLElement>('.phone-nickname')

describe('an avatar', () => {
  test('is a picture that the person chooses', async () => {
    const phone = await openKit()
    phone.phone.files.album.push('data:image/png;base64,aGk=')
    await phone.tap('#avatar')
    const [chosen] = heard(phone, 'chooseavatar')
    expect(chosen?.['avatarUrl']).toMatch(/^wxfile:\/\/.*\.png$/)
    expect(phone.phone.files.size(String(chosen?.['avatarUrl']))).toBe(2)
  })

  test('is none where the person goes back', async () => {
    const phone = await openKit()
    await phone.tap('#avatar')
    expect(heard(phone, 'chooseavatar')).toEqual([])
  })
})

describe('a telephone number', () => {
  test('comes to the page as a code, which the cloud turns into the number', async () => {
    const phone = await openKit()
    await phone.tap('#phone')
    const [detail] = heard(phone, 'getphonenumber')
    expect(detail).toMatchObject({ errMsg: 'getPhoneNumber:ok' })
    const told = await shop.result<{ phoneInfo: { phoneNumber: string } }>('profile', {
      code: detail?.['code'],
    })
    expect(told.phoneInfo.phoneNumber).toMatch(/^138\d{8}$/)
  })

  test('is not given by who says no, or has no network', async () => {
    const questions: string[] = []
    const phone = await openKit({
      consents: (question) => {
        questions.push(question)
        return questions.length > 1
      },
    })
    await phone.tap('#phone')
    phone.phone.network.connect(false)
    await phone.tap('#phone')
    expect(questions).toEqual(['使用你的手机号', '使用你的手机号'])
    expect(heard(phone, 'getphonenumber').map(({ errMsg }) => errMsg)).toEqual([
      'getPhoneNumber:fail user deny',
      'getPhoneNumber:fail',
    ])
  })
})

describe('a nickname', () => {
  const focus = async (phone: Driver) => {
    phone.one('#nick').querySelector('input')?.focus()
    await phone.idle()
  }

  test('may be WeChat’s own, with one tap', async () => {
    const phone = await openKit()
    await focus(phone)
    expect(suggestion(phone)?.textContent).toBe('用微信昵称：安安')
    suggestion(phone)?.click()
    await phone.idle()
    expect(heard(phone, 'input')).toMatchObject([{ value: '安安' }])
    expect(suggestion(phone)).toBeNull()
  })

  test('may be another one, and is reviewed when the field is left', async () => {
    const phone = await openKit()
    await focus(phone)
    await phone.input('#nick', '果园小霸王')
    await phone.blur('#nick')
    expect(heard(phone, 'input')).toMatchObject([{ value: '果园小霸王' }])
    expect(heard(phone, 'nicknamereview')).toEqual([{ pass: true, timeout: false }])
    expect(suggestion(phone)).toBeNull()
  })

  test('is not offered by other fields, nor without a network', async () => {
    const phone = await openKit()
    phone.one('#note').querySelector('textarea')?.focus()
    await phone.idle()
    expect(suggestion(phone)).toBeNull()
    phone.phone.network.connect(false)
    await focus(phone)
    expect(suggestion(phone)).toBeNull()
  })
})
