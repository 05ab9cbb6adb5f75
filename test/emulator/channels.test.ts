/** 视频号 through the control API: what a panel, a test or a phone sets and sees there. */
import { LocalCloud, sdk } from './local-cloud'

const shop = new LocalCloud({ idle: { code: `${sdk}\nexports.main = async () => ({})` } })

interface Account {
  readonly stream: string
  readonly feedId: string
  readonly notice: { readonly noticeId: string; readonly state: string } | null
  readonly reservedBy: readonly string[]
  readonly error?: { readonly code: string }
}

beforeAll(() => shop.start())
afterAll(() => shop.close())
beforeEach(() => shop.post('/_emulator/reset'))

const see = (finder = 'sphFruit') => shop.get<Account>(`/_emulator/channels/${finder}`)
const set = (change: object, finder = 'sphFruit') =>
  shop.ask<Account>('POST', `/_emulator/channels/${finder}`, change)
const startsAt = 1_800_000_000_000

test('an account that nobody set anything of has never streamed, and is then listed', async () => {
  expect(await shop.get('/_emulator/channels')).toEqual([])
  expect(await see()).toMatchObject({ stream: 'never', notice: null, reservedBy: [] })
  expect(await shop.get('/_emulator/channels')).toMatchObject([{ finderUserName: 'sphFruit' }])
})

test('an id that is none of 视频号 is refused', async () => {
  const { status, body } = await shop.ask<Account>('GET', '/_emulator/channels/fruit')
  expect([status, body.error?.code]).toEqual([404, 'channels_unknown'])
})

test('each stream has an id of its own, which stays when it is over', async () => {
  const { body: first } = await set({ stream: 'live' })
  const { body: over } = await set({ stream: 'ended' })
  const { body: second } = await set({ stream: 'live' })
  expect(first.feedId).not.toBe('')
  expect(over.feedId).toBe(first.feedId)
  expect(second.feedId).not.toBe(first.feedId)
})

test('a notice is reserved by each person once, and used up by the stream', async () => {
  await set({ notice: { noticeId: 'n1', startsAt } })
  const path = '/_emulator/channels-notices/n1'
  for (const openid of ['ann', 'bo', 'ann']) await shop.post(path, { openid })
  expect((await see()).reservedBy).toEqual(['ann', 'bo'])
  await set({ stream: 'live' })
  expect((await see()).notice?.state).toBe('used')
  await set({ notice: { noticeId: 'n2', startsAt } })
  expect(await see()).toMatchObject({ notice: { state: 'usable' }, reservedBy: [] })
})

test('what is set survives a power cut', async () => {
  await set({ stream: 'live', nickname: '鲜果铺' })
  await shop.stop('SIGKILL')
  await shop.start()
  expect(await see()).toMatchObject({ stream: 'live', nickname: '鲜果铺' })
})

test.each<[string, object]>([
  ['a stream in no known state', { stream: 'paused' }],
  ['a notice without an id', { notice: { startsAt } }],
  ['a notice without a time', { notice: { noticeId: 'n1' } }],
  ['a notice in no known state', { notice: { noticeId: 'n1', startsAt, state: 'lost' } }],
])('%s is refused, and changes nothing', async (_what, change) => {
  const { status, body } = await set(change)
  expect([status, body.error?.code]).toEqual([400, 'body_invalid'])
  expect(await see()).toMatchObject({ stream: 'never', notice: null })
})

test('a reservation needs somebody, and a notice that is there', async () => {
  await set({ notice: { noticeId: 'n1', startsAt } })
  const reserving = (noticeId: string, body: object) =>
    shop.ask<Account>('POST', `/_emulator/channels-notices/${noticeId}`, body)
  expect((await reserving('n1', {})).body.error?.code).toBe('body_invalid')
  expect((await reserving('n2', { openid: 'ann' })).body.error?.code).toBe('notice_unknown')
})
