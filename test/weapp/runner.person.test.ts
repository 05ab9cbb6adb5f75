import type { Driver } from '../../emulator/phone/driver'
import { LocalCloud, sdk } from '../emulator/local-cloud'
import { closePhones, fixtureWeapp, openPhone, type OpenPhone } from './phone'

type Answer = Readonly<Record<string, unknown>> & { readonly errMsg: string }

const messenger = {
  config: { permissions: { openapi: ['subscribeMessage.send'] } },
  code: `${sdk}exports.main = (data) => cloud.openapi.subscribeMessage.send(data)
    .then(() => 'sent', (error) => error.errCode)`,
}
const shop = new LocalCloud({ messenger })

beforeAll(() => shop.start())
afterAll(() => shop.close())
afterEach(closePhones)

const open = (options: OpenPhone = {}) =>
  openPhone({ weapp: fixtureWeapp, cloud: shop.url, ...options })

function call(phone: Driver, name: string, options: object = {}): Promise<Answer> {
  const api = phone.phone.wx[name] as (options: object) => void
  return new Promise((complete) => {
    api({ ...options, complete })
  })
}

describe('an address', () => {
  test('comes from the person’s own book, the first one unless somebody chooses', async () => {
    const ann = await open()
    const first = await call(ann, 'chooseAddress')
    expect(first).toMatchObject({
      errMsg: 'chooseAddress:ok',
      ...{ provinceName: '广东省', cityName: '广州市', countyName: '海珠区' },
      ...{ postalCode: '510220', nationalCode: '440105' },
      telNumber: expect.stringMatching(/^138\d{8}$/) as string,
    })
    expect(await call(await open(), 'chooseAddress')).toEqual(first)
    expect((await call(await open({ openid: 'bo' }), 'chooseAddress'))['telNumber']).not.toBe(
      first['telNumber'],
    )
    const choosy = await open({ choices: { address: (book) => book[1] } })
    expect(await call(choosy, 'chooseAddress')).toMatchObject({ provinceName: '上海市' })
  })

  test('is not given when the person goes back', async () => {
    const phone = await open({ choices: { address: () => undefined } })
    expect((await call(phone, 'chooseAddress')).errMsg).toBe('chooseAddress:fail cancel')
  })

  test('is refused to a mini-program that did not declare it', async () => {
    const phone = await open()
    const app = phone.phone.program.app as { requiredPrivateInfos?: string[] }
    delete app.requiredPrivateInfos
    expect((await call(phone, 'chooseAddress')).errMsg).toContain('requiredPrivateInfos')
  })
})

describe('a scan', () => {
  const scan = async (text: string | undefined, options: object = {}) =>
    call(await open({ choices: { camera: () => text } }), 'scanCode', options)

  test('answers what the camera sees', async () => {
    expect(await scan('提货 7310', { onlyFromCamera: true, scanType: ['qrCode'] })).toEqual({
      ...{ errMsg: 'scanCode:ok', result: '提货 7310', scanType: 'QR_CODE', charSet: 'utf-8' },
      rawData: Buffer.from('提货 7310').toString('base64'),
    })
    expect(await scan('6901234567892', { scanType: ['barCode'] })).toMatchObject({
      scanType: 'CODE_128',
    })
  })

  test('of the shop’s own code answers its path', async () => {
    expect(await scan('pages/mine/mine?scene=Ab3')).toMatchObject({
      ...{ result: '', scanType: 'WX_CODE', path: 'pages/mine/mine?scene=Ab3' },
    })
  })

  test('that is broken off fails, also where there is no camera', async () => {
    expect((await scan(undefined)).errMsg).toBe('scanCode:fail cancel')
    expect((await call(await open(), 'scanCode')).errMsg).toBe('scanCode:fail cancel')
  })
})

describe('the number on a tab', () => {
  test('is seen and goes away', async () => {
    const phone = await open()
    await call(phone, 'setTabBarBadge', { index: 1, text: '3' })
    expect(phone.badge('购物车')).toBe('3')
    await phone.tab('购物车')
    await call(phone, 'setTabBarBadge', { index: 1, text: '10000' })
    const badge = phone.phone.screen.root.querySelectorAll('.phone-badge')[1]
    expect(badge?.textContent).toBe('...')
    await call(phone, 'removeTabBarBadge', { index: 1 })
    expect(phone.badge('购物车')).toBeUndefined()
    expect(() => phone.badge('发现')).toThrow('no tab 发现')
  })

  test('cannot be changed from a page without tabs', async () => {
    const phone = await open({ path: 'pages/lab/lab' })
    expect((await call(phone, 'setTabBarBadge', { index: 1, text: '3' })).errMsg).toBe(
      'setTabBarBadge:fail not TabBar page',
    )
    expect((await call(phone, 'hideTabBar')).errMsg).toBe('hideTabBar:fail not TabBar page')
  })
})

describe('pictures', () => {
  const picture = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`

  test('chosen by the page are uploaded and shown again by their file id', async () => {
    const phone = await open({ path: 'pages/cart/cart' })
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 256))
    phone.phone.files.album.push(picture(bytes), picture(Buffer.from('hi')))
    await phone.tap('#choose')
    expect(phone.text('#sizes')).toBe('1000 2 ')
    const shown = phone.one('#uploaded img').getAttribute('src')
    expect(shown).toBe(`${shop.url}/_emulator/files/after-sale/${encodeURIComponent('售后 1.png')}`)
    const stored = await fetch(String(shown))
    expect(stored.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await stored.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('can be looked at in full size', async () => {
    const phone = await open({ path: 'pages/cart/cart' })
    phone.phone.files.album.push(picture(Buffer.from('one')), picture(Buffer.from('two')))
    await phone.tap('#choose')
    await phone.tap('.picture')
    expect(phone.preview).toMatchObject({
      current: 1,
      urls: [expect.anything(), expect.anything()],
    })
    const viewer = phone.phone.screen.layer
    viewer.querySelector<HTMLElement>('.phone-preview-back')?.click()
    expect(phone.preview?.current).toBe(0)
    expect(viewer.querySelector('img')?.getAttribute('src')).toBe(picture(Buffer.from('one')))
    viewer.querySelector<HTMLElement>('img')?.click()
    expect(phone.preview).toBeUndefined()
  })

  test('that do not exist are neither made smaller nor looked at', async () => {
    const phone = await open()
    expect((await call(phone, 'compressImage', { src: 'x' })).errMsg).toBe(
      'compressImage:fail file not exist',
    )
    expect((await call(phone, 'previewImage', { urls: [] })).errMsg).toContain('urls')
  })

  test('with an odd name are refused with the reason', async () => {
    const phone = await open()
    const { cloud } = phone.phone.wx as { cloud: Record<string, (o: object) => Promise<Answer>> }
    const filePath = phone.phone.files.keep(picture(Buffer.from('one')))
    await expect(cloud['uploadFile']?.({ cloudPath: 'a//b.png', filePath })).rejects.toMatchObject({
      errCode: -501007,
      errMsg: expect.stringContaining('empty parts') as string,
    })
  })
})

test('one tap on 允许 is one message', async () => {
  const phone = await open()
  await phone.tap('#add-1')
  const asked = await call(phone, 'requestSubscribeMessage', { tmplIds: ['T-ship'] })
  expect(asked).toMatchObject({ errMsg: 'requestSubscribeMessage:ok', 'T-ship': 'accept' })
  const send = () =>
    shop.result('messenger', {
      ...{ touser: 'ann', templateId: 'T-ship', page: 'pages/mine/mine?id=1' },
      data: {
        thing1: { value: '阳光玫瑰 2 斤' },
        time2: { value: '2027年3月1日 10:00' },
        character_string3: { value: 'YT1234567890' },
      },
    })
  expect([await send(), await send()]).toEqual(['sent', 43101])
  expect(await shop.get('/_emulator/messages?openid=ann')).toHaveLength(1)
})

test('a question about messages names its templates', async () => {
  const phone = await open()
  await phone.tap('#add-1')
  const ask = (tmplIds: unknown) => call(phone, 'requestSubscribeMessage', { tmplIds })
  expect(await ask([])).toMatchObject({ errCode: 10001 })
  expect(await ask('T-ship')).toMatchObject({ errCode: 10004 })
})
