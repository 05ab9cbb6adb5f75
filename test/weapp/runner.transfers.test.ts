import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone } from './phone'
import { startTinyCloud, type Answering, type TinyCloud } from './tiny-cloud'

let answer: Answering = () => [200, {}]
let cloud: TinyCloud

beforeAll(async () => {
  cloud = await startTinyCloud((request) => answer(request))
})

afterAll(() => cloud.close())
afterEach(closePhones)

const open = (options = {}) => openPhone({ weapp: fixtureWeapp, cloud: cloud.url, ...options })

/** Calls `wx.requestMerchantTransfer` and answers what its callbacks got. */
function confirm(phone: Driver, own: object = {}): Promise<{ readonly errMsg: string }> {
  const api = phone.phone.wx['requestMerchantTransfer'] as (options: object) => void
  return new Promise((complete) => {
    api({ ...collecting, ...own, complete })
  })
}

const transfer = { outBillNo: 'bill-1', amount: 1234, remark: '导购佣金' }
const collecting = { mchId: '1900000109', appId: 'wx1', package: 'a+b=' }

test('money that is sent to somebody is theirs once they confirm it', async () => {
  answer = ({ method }) => [200, method === 'GET' ? [transfer] : {}]
  const seen: unknown[] = []
  const collect = (shown: unknown) => seen.push(shown) > 0
  const phone = await open({ choices: { collect } })
  expect(await confirm(phone)).toMatchObject({
    errMsg: 'requestMerchantTransfer:ok',
  })
  expect(seen).toEqual([transfer])
  expect(cloud.arrived.at(-1)).toMatchObject({
    ...{ path: '/_emulator/transfers/bill-1', body: { outcome: 'confirm', openid: 'ann' } },
  })
})

test('whoever does not confirm it leaves it where it is', async () => {
  answer = () => [200, [transfer]]
  const phone = await open()
  const { errMsg } = await confirm(phone)
  expect(errMsg).toBe('requestMerchantTransfer:fail cancel')
  expect(cloud.arrived.at(-1)?.method).toBe('GET')
})

test('a transfer that is unknown, or not named, can’t be confirmed', async () => {
  answer = () => [200, []]
  const phone = await open({ choices: { collect: () => true } })
  const told = async (own: object) => (await confirm(phone, own)).errMsg
  expect(await told({})).toBe('requestMerchantTransfer:fail package参数错误')
  expect(await told({ package: '' })).toContain('parameter.package should be String')
})
