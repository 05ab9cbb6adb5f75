import * as fc from 'fast-check'
import { MOST_STORE_ID, sceneOf, storeOfScene } from '@domain/members/storeCode'
import { id } from '../build'
import { always } from '../property'

describe('the code of a store', () => {
  test('carries the store in what WeChat takes for a scene', () => {
    const storeIds = fc
      .stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/)
      .filter((text) => text.length <= MOST_STORE_ID)
    always(storeIds, (storeId) => {
      const scene = sceneOf(id(storeId))
      expect(scene).toMatch(/^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/)
      expect(storeOfScene(scene)).toBe(storeId)
    })
  })

  test('looks like this', () => {
    expect(sceneOf(id('store-01'))).toBe('s.store-01')
  })

  test.each([
    '',
    's.',
    'store-01',
    'S.store-01',
    's.a.b',
    's.$x',
    's.__proto__',
    `s.${'x'.repeat(MOST_STORE_ID + 1)}`,
    't.3f9a1c',
  ])('%j is none', (scene) => {
    expect(storeOfScene(scene)).toBeUndefined()
  })
})
