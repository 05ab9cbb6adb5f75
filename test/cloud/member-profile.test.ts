/** What members say of themselves, and the codes that stores hang up. */
import { randomUUID } from 'node:crypto'
import type { FileId, StoreId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { storeOfScene } from '@domain/members/storeCode'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const member = async (openid: string): Promise<Member | undefined> =>
  (await small.shop.documents<Member>('members', { _id: openid }))[0]

describe('what members say of themselves', () => {
  const avatar = 'cloud://jutuan-local.files/avatars/a-1.png' as FileId

  test('stays until they say something else', async () => {
    const ann = small.neighbour()
    const tell = (changes: object) => small.shop.ask(ann, 'members.profile', changes)
    await tell({ nickname: ' 安安 ', birthday: '02-29' })
    expect(await tell({ avatar })).toEqual({
      profile: { nickname: '安安', avatar, birthday: '02-29', phone: null },
    })
    expect(await tell({ birthday: null, avatar: null })).toEqual({
      profile: { nickname: '安安', avatar: null, birthday: null, phone: null },
    })
    expect((await small.shop.ask(ann, 'members.see', {})).profile.nickname).toBe('安安')
  })

  test('does not get lost where several things are said at once', async () => {
    const ann = small.neighbour()
    const changes = [{ nickname: '安安' }, { birthday: '12-31' }, { avatar }]
    await Promise.all(changes.map((change) => small.shop.ask(ann, 'members.profile', change)))
    expect((await member(ann))?.profile).toEqual({
      ...{ nickname: '安安', birthday: '12-31', avatar, phone: null },
    })
  })

  /** What a tap on the button for telephone numbers brings. */
  async function tap(openid: string) {
    const { code } = await small.shop.control<{ code: string }>('POST', 'phone-codes', { openid })
    return { requestId: randomUUID(), code }
  }

  test('a telephone comes from WeChat for a code, once, and may be forgotten', async () => {
    const ann = small.neighbour()
    const wish = await tap(ann)
    const { profile } = await small.shop.ask(ann, 'members.phone', wish)
    expect(profile.phone).toMatch(/^138\d{8}$/)
    const other = { ...wish, requestId: randomUUID() }
    expect(await small.shop.refusal(ann, 'members.phone', other)).toBe('phone_refused')
    expect((await member(ann))?.profile.phone).toBe(profile.phone)
    const forgotten = await small.shop.ask(ann, 'members.profile', { phone: null })
    expect(forgotten.profile.phone).toBeNull()
  })

  test('a telephone whose answer got lost is answered again, though its code is used', async () => {
    const ann = small.neighbour()
    const wish = await tap(ann)
    await small.shop.control('POST', 'faults', { seed: 1, rates: { 'function.after': 1 } })
    const lost = await small.shop.call(ann, 'members.phone', wish)
    expect(lost).not.toHaveProperty('result')
    await small.shop.control('POST', 'faults', {})
    const { profile } = await small.shop.ask(ann, 'members.phone', wish)
    expect(profile).toEqual((await member(ann))?.profile)
    expect(profile.phone).toMatch(/^138\d{8}$/)
  })

  test('a code that somebody else used up is refused, whatever they called their wish', async () => {
    const [ann, bo] = [small.neighbour(), small.neighbour()]
    const wish = await tap(ann)
    await small.shop.ask(ann, 'members.phone', wish)
    expect(await small.shop.refusal(bo, 'members.phone', wish)).toBe('phone_refused')
    expect(await member(bo)).toBeUndefined()
  })
})

describe('the code of a store', () => {
  const make = (storeId: string, openid = 'keeper') =>
    small.shop.call(openid, 'members.storeCode', { storeId: storeId as StoreId })

  test('is a picture that leads to joining there', async () => {
    const answer = await make('store-01')
    if ('error' in answer) throw new Error(answer.error.code)
    const { file, path } = answer.result
    const scene = new URLSearchParams(path.split('?')[1]).get('scene') ?? ''
    expect(path).toMatch(/^pages\/members\/join\/index\?scene=/)
    expect(storeOfScene(scene)).toBe('store-01')
    const stored = await fetch(
      `${small.shop.url}/_emulator/files/${file.replace(/^cloud:\/\/[^/]+\//, '')}`,
    )
    const picture = Buffer.from(await stored.arrayBuffer())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
  })

  test('made again lies in the same place', async () => {
    expect(await make('store-01')).toMatchObject({ result: expect.anything() as object })
    const [first, again] = [await make('store-01'), await make('store-01')]
    expect(again).toEqual(first)
  })

  test('is made by staff alone, for stores that there are', async () => {
    expect(await make('store-01', 'ann')).toMatchObject({ error: { code: 'role_missing' } })
    expect(await make('store-99')).toMatchObject({ error: { code: 'store_unknown' } })
  })
})
