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

/** Calls an interface of 视频号 and answers what its callbacks got. */
function told(phone: Driver, name: string, options: object): Promise<Record<string, unknown>> {
  const api = phone.phone.wx[name] as (options: object) => void
  return new Promise((complete) => {
    api({ ...options, complete })
  })
}

const account = {
  ...{ finderUserName: 'sph1', nickname: '果园', stream: 'live', description: '专场' },
  ...{ feedId: 'feed-1', nonceId: 'nonce-1', reservedBy: [] },
  notice: { noticeId: 'notice-1', state: 'usable', startsAt: 1_800_000_000_000 },
}
const finder = { finderUserName: 'sph1' }

test.each([
  ['never', 1],
  ['live', 2],
  ['ended', 3],
])('a stream that stands at %s has the status %s', async (stream, status) => {
  answer = () => [200, { ...account, stream }]
  const phone = await open()
  expect(await told(phone, 'getChannelsLiveInfo', finder)).toMatchObject({
    ...{ errMsg: 'getChannelsLiveInfo:ok', status, feedId: 'feed-1', nickname: '果园' },
  })
  expect(cloud.arrived.at(-1)?.path).toBe('/_emulator/channels/sph1')
})

test('an account that is left out, or is none, is refused with WeChat’s codes', async () => {
  answer = () => [404, { error: {} }]
  const phone = await open()
  expect(await told(phone, 'getChannelsLiveInfo', {})).toMatchObject({ errCode: 40097 })
  expect(await told(phone, 'getChannelsLiveInfo', finder)).toMatchObject({ errCode: 1416100 })
})

test('the stream opens after a tap, once the person has said that they want to leave', async () => {
  answer = () => [200, account]
  const untouched = await open()
  expect((await told(untouched, 'openChannelsLive', finder))['errMsg']).toContain('TAP gesture')
  untouched.phone.touched()
  expect((await told(untouched, 'openChannelsLive', finder))['errMsg']).toBe('openChannelsLive:ok')
  const unwilling = await open({ consents: () => false })
  unwilling.phone.touched()
  const { errMsg } = await told(unwilling, 'openChannelsLive', finder)
  expect(errMsg).toBe('openChannelsLive:fail cancel')
})

test('a stream that never was can’t be opened', async () => {
  answer = () => [200, { ...account, stream: 'never' }]
  const phone = await open()
  phone.phone.touched()
  expect(await told(phone, 'openChannelsLive', finder)).toMatchObject({ errCode: 1416104 })
})

test('the notice is told as long as it can be reserved', async () => {
  answer = () => [200, account]
  const phone = await open()
  expect(await told(phone, 'getChannelsLiveNoticeInfo', finder)).toMatchObject({
    ...{ noticeId: 'notice-1', status: 0, reservable: true, startTime: '1800000000' },
  })
  answer = () => [200, { ...account, notice: null }]
  const { errMsg } = await told(phone, 'getChannelsLiveNoticeInfo', finder)
  expect(errMsg).toBe('getChannelsLiveNoticeInfo:fail empty notice info')
})

describe('reserving tells how the person left the notice', () => {
  const waiting = { ...account, stream: 'never' }
  const noticeOf = (state: string) => ({ ...account.notice, state })

  test.each<[string, object, boolean, number]>([
    ['reserved', waiting, true, 6],
    ['not reserved', waiting, false, 5],
    ['reserved before', { ...waiting, reservedBy: ['ann'] }, true, 8],
    ['cancelled by the shop', { ...waiting, notice: noticeOf('cancelled') }, true, 3],
    ['gone over to the stream', account, true, 2],
    ['stayed away from the stream', account, false, 1],
    ['over', { ...account, stream: 'ended', notice: noticeOf('used') }, true, 4],
  ])('%s', async (_how, shown, willing, state) => {
    answer = () => [200, shown]
    const phone = await open({ consents: () => willing })
    const left = await told(phone, 'reserveChannelsLive', { noticeId: 'notice-1' })
    expect(left).toMatchObject({ errMsg: 'reserveChannelsLive:ok', state })
    const sent = cloud.arrived.at(-1)
    if (state === 6) expect(sent).toMatchObject({ method: 'POST', body: { openid: 'ann' } })
    else expect(sent?.method).toBe('GET')
  })
})
