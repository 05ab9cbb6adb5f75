import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone } from './phone'
import { startTinyCloud, type Answering, type TinyCloud } from './tiny-cloud'

type Answer = Readonly<Record<string, unknown>> & { readonly errMsg: string }

const payment = { outTradeNo: 'order-1', prepayId: 'p1', body: '葡萄', totalFee: 4990 }
const paid = {
  timeStamp: '1',
  nonceStr: 'n',
  package: 'prepay_id=p1',
  signType: 'RSA',
  paySign: 's',
}

let answer: Answering = () => [200, {}]
let cloud: TinyCloud

beforeAll(async () => {
  cloud = await startTinyCloud((request) => answer(request))
})

afterAll(() => cloud.close())
afterEach(closePhones)

const open = (options = {}) => openPhone({ weapp: fixtureWeapp, cloud: cloud.url, ...options })

/** Calls `wx.<name>` or `wx.cloud.<name>` with callbacks and answers what they got. */
function call(phone: Driver, name: string, options: object = {}): Promise<Answer> {
  const [first = '', second] = name.split('.')
  const found = phone.phone.wx[first] as Record<string, unknown>
  const api = (second === undefined ? found : found[second]) as (options: object) => void
  return new Promise((complete) => {
    api({ ...options, complete })
  })
}

const callShop = (phone: Driver, data: object = {}) =>
  call(phone, 'cloud.callFunction', { name: 'shop', data })

test('an interface answers later, by callbacks or by a promise', async () => {
  const phone = await open()
  const login = phone.phone.wx['login'] as (options?: object) => Promise<Answer> | undefined
  const order: string[] = []
  expect(
    login({ success: () => order.push('success'), complete: () => order.push('complete') }),
  ).toBe(undefined)
  order.push('after the call')
  expect((await login())?.errMsg).toBe('login:ok')
  expect(order).toEqual(['after the call', 'success', 'complete'])
})

test('a failed interface rejects with its errMsg', async () => {
  const phone = await open()
  const get = phone.phone.wx['getStorage'] as (options: object) => Promise<Answer>
  await expect(get({ key: 'x' })).rejects.toMatchObject({
    errMsg: 'getStorage:fail data not found',
  })
})

test('an interface that a phone has and the local one lacks is undefined', async () => {
  const phone = await open()
  expect(phone.phone.wx['createBLEConnection']).toBeUndefined()
  const canIUse = phone.phone.wx['canIUse'] as (name: string) => boolean
  expect([canIUse('login'), canIUse('createBLEConnection')]).toEqual([true, false])
})

test('storage keeps copies', async () => {
  const phone = await open()
  const set = phone.phone.wx['setStorageSync'] as (key: string, value: unknown) => void
  const get = phone.phone.wx['getStorageSync'] as (key: string) => unknown
  const basket = { lines: [1] }
  set('basket', basket)
  basket.lines.push(2)
  expect(get('basket')).toEqual({ lines: [1] })
  expect(get('nothing')).toBe('')
  expect(
    await call(phone, 'setStorage', { key: 'big', data: 'x'.repeat(1024 * 1024) }),
  ).toMatchObject({ errMsg: 'setStorage:fail entry size limit reached' })
})

test('a cloud function is called as the phone’s owner and its answer comes back whole', async () => {
  answer = () => [200, { result: { price: 1 }, now: 5 }]
  const phone = await open({ openid: 'bo' })
  const { result } = await callShop(phone, { name: 'home.see', input: { page: 1 } })
  expect(result).toEqual({ result: { price: 1 }, now: 5 })
  expect(cloud.arrived.at(-1)).toEqual({
    method: 'POST',
    path: '/_emulator/call/shop',
    openid: 'bo',
    body: { name: 'home.see', input: { page: 1 } },
  })
})

test('a refusal of the function is an answer like any other', async () => {
  answer = () => [400, { error: { code: 'stock_short', message: '' }, now: 5 }]
  const phone = await open()
  const got = await callShop(phone)
  expect(got.errMsg).toBe('cloud.callFunction:ok')
  expect(got['result']).toMatchObject({ error: { code: 'stock_short' } })
})

test.each([
  [404, -501000],
  [500, -504002],
  [504, -504003],
])(
  'a function that does not answer (%i) fails with the code of the cloud',
  async (status, errCode) => {
    answer = () => [status, { error: { code: 'x', message: 'y' } }]
    const phone = await open()
    const got = await callShop(phone)
    expect(got).toMatchObject({ errCode })
    expect(got.errMsg).toContain('cloud.callFunction:fail')
  },
)

test('an answer of more than a megabyte does not reach a phone', async () => {
  answer = () => [200, { result: '团'.repeat(400_000) }]
  const phone = await open()
  expect(await callShop(phone)).toMatchObject({ errCode: -604001 })
})

test('without a network calls fail, and the mini-program is told', async () => {
  answer = () => [200, { result: 1 }]
  const phone = await open()
  const states: unknown[] = []
  const listen = phone.phone.wx['onNetworkStatusChange'] as (listener: unknown) => void
  listen((state: unknown) => states.push(state))
  await phone.network(false)
  const before = cloud.arrived.length
  expect(await callShop(phone)).toMatchObject({ errCode: -601034 })
  expect(cloud.arrived.length).toBe(before)
  await phone.network(true)
  expect((await callShop(phone)).errMsg).toBe('cloud.callFunction:ok')
  expect(states).toEqual([
    { isConnected: false, networkType: 'none' },
    { isConnected: true, networkType: 'wifi' },
  ])
})

test.each([
  ['pay', 'requestPayment:ok', { outcome: 'success', notify: 'once', openid: 'ann' }],
  ['refuse', 'requestPayment:fail 支付失败', { outcome: 'fail', openid: 'ann' }],
] as const)('at the cashier one may %s', async (decision, errMsg, body) => {
  answer = ({ method }) => [200, method === 'GET' ? [payment] : {}]
  const seen: unknown[] = []
  const phone = await open({
    cashier: (shown: unknown) => {
      seen.push(shown)
      return decision
    },
  })
  expect(await call(phone, 'requestPayment', paid)).toMatchObject({ errMsg })
  expect(seen).toEqual([payment])
  expect(cloud.arrived.at(-1)).toMatchObject({ path: '/_emulator/payments/order-1', body })
})

test('leaving the cashier pays nothing', async () => {
  answer = () => [200, [payment]]
  const phone = await open({ cashier: () => 'leave' })
  expect((await call(phone, 'requestPayment', paid)).errMsg).toBe('requestPayment:fail cancel')
  expect(cloud.arrived.at(-1)?.method).toBe('GET')
})

test('the cashier may hold the notice back', async () => {
  answer = ({ method }) => [200, method === 'GET' ? [payment] : {}]
  const phone = await open({ cashier: () => ({ decision: 'pay', notify: 'late' }) })
  await call(phone, 'requestPayment', paid)
  expect(cloud.arrived.at(-1)?.body).toMatchObject({ notify: 'late' })
})

test('a payment without its signature is refused before the cashier', async () => {
  const phone = await open({ cashier: () => 'pay' })
  const got = await call(phone, 'requestPayment', { ...paid, paySign: '' })
  expect(got.errMsg).toContain('parameter.paySign should be String')
})

test('subscribe messages are asked for only from a tap, five at most, and kept by the cloud', async () => {
  answer = () => [200, {}]
  const phone = await open()
  const ask = (tmplIds: readonly string[]) => call(phone, 'requestSubscribeMessage', { tmplIds })
  expect((await ask(['ship'])).errMsg).toContain('can only be invoked by user TAP gesture')
  await phone.tap('#add-1')
  expect(await ask(['ship', 'refund'])).toMatchObject({ ship: 'accept', refund: 'accept' })
  expect(cloud.arrived.at(-1)).toMatchObject({
    path: '/_emulator/messages/consents',
    body: { openid: 'ann', templateId: 'refund', count: 1 },
  })
  expect(await ask(['1', '2', '3', '4', '5', '6'])).toMatchObject({ errCode: 20003 })
})

test('who says no to messages gives no consent', async () => {
  const phone = await open({ consents: () => false })
  await phone.tap('#add-1')
  const before = cloud.arrived.length
  const got = await call(phone, 'requestSubscribeMessage', { tmplIds: ['ship'] })
  expect(got).toMatchObject({ ship: 'reject' })
  expect(cloud.arrived.length).toBe(before)
})

test('dialogs wait for an answer', async () => {
  const phone = await open()
  const asked = call(phone, 'showModal', {
    title: '取消订单',
    content: '确定吗',
    confirmText: '取消它',
  })
  await phone.idle()
  expect(phone.dialog).toEqual({
    title: '取消订单',
    content: '确定吗',
    answers: ['取消', '取消它'],
  })
  expect(() => phone.phone.dialogs.press('好')).toThrow('the dialog offers 取消 取消它')
  await phone.answer('取消它')
  expect(await asked).toMatchObject({ confirm: true, cancel: false })
  const chosen = call(phone, 'showActionSheet', { itemList: ['快递', '自提'] })
  await phone.idle()
  await phone.answer('自提')
  expect(await chosen).toMatchObject({ tapIndex: 1 })
})

test('a toast goes away, loading stays until it is hidden', async () => {
  const phone = await open()
  await call(phone, 'showToast', { title: '已加入', duration: 20 })
  expect(phone.phone.dialogs.toast?.title).toBe('已加入')
  await phone.waitFor(() => phone.phone.dialogs.toast === undefined)
  await call(phone, 'showLoading', { title: '提交中' })
  await phone.idle()
  expect(phone.phone.dialogs.toast?.kind).toBe('loading')
  await call(phone, 'hideLoading')
  expect(phone.phone.dialogs.toast).toBeUndefined()
  expect(phone.toasts).toEqual(['已加入'])
})

test('the bars follow the mini-program', async () => {
  const phone = await open()
  await call(phone, 'setNavigationBarTitle', { title: '今日阶梯团' })
  expect(phone.title).toBe('今日阶梯团')
  await call(phone, 'setTabBarBadge', { index: 1, text: '3' })
  expect(phone.badge('购物车')).toBe('3')
  expect((await call(phone, 'setTabBarBadge', { index: 7, text: '3' })).errMsg).toContain(
    'not found',
  )
})

test('a chosen picture is uploaded to the cloud', async () => {
  answer = () => [200, {}]
  const phone = await open()
  expect((await call(phone, 'chooseMedia', {})).errMsg).toBe('chooseMedia:fail cancel')
  phone.phone.files.album.push('data:image/png;base64,e30=')
  const { tempFiles } = (await call(phone, 'chooseMedia', { count: 1 })) as unknown as {
    tempFiles: readonly { tempFilePath: string }[]
  }
  const filePath = tempFiles[0]?.tempFilePath
  const sent = await call(phone, 'cloud.uploadFile', { cloudPath: 'after-sale/1.png', filePath })
  expect(sent['fileID']).toBe('cloud://jutuan-local.files/after-sale/1.png')
  expect(cloud.arrived.at(-1)).toMatchObject({
    method: 'PUT',
    path: '/_emulator/files/after-sale/1.png',
    body: {},
  })
})

test('the copied text is told and can be read again', async () => {
  const phone = await open()
  await call(phone, 'setClipboardData', { data: 'JT-1' })
  expect(await call(phone, 'getClipboardData')).toMatchObject({ data: 'JT-1' })
  expect(phone.toasts).toEqual(['内容已复制'])
})
