import type { ActionName } from '@domain/functions'
import { aRequest, notIds, read, takes, unprintable } from '../actions'

const tells = (own: object) => takes('members.profile', own)

describe('joining', () => {
  test.each([{}, { storeId: 'store-01' }])('takes %j', (input) => {
    expect(takes('members.join', input)).toBe(true)
  })

  test('takes no store that is none', () => {
    for (const storeId of notIds) {
      expect([storeId, takes('members.join', { storeId })]).toEqual([storeId, false])
    }
    expect(takes('members.join', { memberId: 'bo' })).toBe(false)
  })
})

describe('a profile', () => {
  test.each<[string, object]>([
    ['nothing at all', {}],
    ['a nickname', { nickname: '阳光下的安安' }],
    ['an empty nickname', { nickname: '' }],
    ['an avatar', { avatar: 'cloud://jutuan.6a75-1300000000/avatars/3f2b-8a52.png' }],
    ['no avatar', { avatar: null }],
    ['no birthday', { birthday: null }],
    ['a telephone forgotten', { phone: null }],
  ])('takes %s', (_, own) => {
    expect(tells(own)).toBe(true)
  })

  test.each<[string, object]>([
    ['a nickname too long', { nickname: '长'.repeat(21) }],
    ['a picture from elsewhere', { avatar: 'https://example.com/a.png' }],
    ['a picture of another folder', { avatar: 'cloud://jutuan/after-sale/a.png' }],
    ['a picture up the tree', { avatar: 'cloud://jutuan/avatars/../a.png' }],
    ['something that is no picture', { avatar: 'cloud://jutuan/avatars/a.svg' }],
    ['a telephone that was only typed', { phone: '13800000000' }],
    ['a level of one’s own', { levelId: 'gold' }],
    ['points', { points: 100 }],
  ])('does not take %s', (_, own) => {
    expect(tells(own)).toBe(false)
  })

  test.each(['01-01', '01-31', '02-28', '02-29', '04-30', '12-31'])(
    'takes the birthday %s',
    (birthday) => {
      expect(tells({ birthday })).toBe(true)
    },
  )

  test.each(['02-30', '04-31', '00-10', '13-01', '1-1', '01-00', '01-32', '2000-01-01', '', 101])(
    'does not take the birthday %j',
    (birthday) => {
      expect(tells({ birthday })).toBe(false)
    },
  )

  test('loses the blanks around a nickname, and hides nothing in it', () => {
    expect(read('members.profile', { nickname: ' 安安 ' })).toEqual({ nickname: '安安' })
    for (const nickname of unprintable)
      expect([nickname, tells({ nickname })]).toEqual([nickname, false])
  })
})

describe('looking', () => {
  test.each<ActionName>(['members.see', 'members.levels', 'messages.see'])(
    '%s is always about the caller',
    (name) => {
      expect(takes(name, {})).toBe(true)
      expect(takes(name, { memberId: 'bo' })).toBe(false)
    },
  )
})

describe('a telephone', () => {
  test.each<[object, boolean]>([
    [{ requestId: aRequest, code: '3f2b8a52' }, true],
    [{ requestId: aRequest, code: '' }, false],
    [{ requestId: aRequest, code: 'x'.repeat(201) }, false],
    [{ requestId: aRequest, phone: '13800000000' }, false],
    [{ code: '3f2b8a52' }, false],
    [{}, false],
  ])('%j: %s', (input, isTaken) => {
    expect(takes('members.phone', input)).toBe(isTaken)
  })
})

describe('the code of a store', () => {
  test.each<[object, boolean]>([
    [{ storeId: 'store-01' }, true],
    [{ storeId: 'a.b' }, false],
    [{}, false],
  ])('%j: %s', (input, isTaken) => {
    expect(takes('members.storeCode', input)).toBe(isTaken)
  })
})
