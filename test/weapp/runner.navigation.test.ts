import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone } from './phone'

const home = 'pages/home/home'
const lab = 'pages/lab/lab'
const mine = 'pages/mine/mine'
const detail = 'part/pages/detail/detail'
const open = (options = {}) => openPhone({ weapp: fixtureWeapp, ...options })

/** Calls an interface of `wx` and answers its errMsg, whether it went well or not. */
async function wx(phone: Driver, name: string, options: object): Promise<string> {
  const answer = await new Promise<{ errMsg: string }>((complete) => {
    const api = phone.phone.wx[name] as (options: object) => void
    api({ ...options, complete })
  })
  await phone.idle()
  return answer.errMsg
}

afterEach(closePhones)

test('the mini-program opens on its first page with the launch query, undecoded', async () => {
  const phone = await open({ query: 'name=%E5%AE%89&x=1' })
  expect(phone.pages()).toEqual([home])
  expect(phone.text('#greeting')).toBe('你好 %E5%AE%89')
  expect(phone.title).toBe('小店首页')
})

test('a page opens on top with its query and closes again', async () => {
  const phone = await open()
  await phone.tap('#row-2')
  expect(phone.pages()).toEqual([home, detail])
  expect([phone.text('#id'), phone.title]).toEqual(['2', '商品详情'])
  await phone.back()
  expect(phone.pages()).toEqual([home])
  expect(phone.text('#life')).toBe('显隐显')
})

test('tabs stay alive when another is shown', async () => {
  const phone = await open()
  await phone.tap('#add-1')
  await phone.tab('我的')
  expect(phone.pages()).toEqual([mine])
  await phone.tab('首页')
  await phone.tab('我的')
  expect(phone.text('#shown')).toBe('2')
  await phone.tab('首页')
  expect(phone.text('#basket')).toBe('1')
})

test('pages above a tab close when the tab changes, and there are no tabs on them', async () => {
  const phone = await open()
  await phone.tap('#row-1')
  await expect(phone.tab('我的')).rejects.toThrow('no tab 我的')
  expect(await wx(phone, 'switchTab', { url: '/pages/mine/mine' })).toBe('switchTab:ok')
  expect(phone.pages()).toEqual([mine])
})

test('moves against the rules fail with the words of WeChat', async () => {
  const phone = await open()
  const fail = (name: string, url: string) => wx(phone, name, { url })
  expect(await fail('navigateTo', '/pages/mine/mine')).toContain('can not navigateTo a tabbar page')
  expect(await fail('switchTab', '/pages/lab/lab')).toContain('can not switch to no-tabBar page')
  expect(await fail('navigateTo', '/pages/gone')).toContain('page "pages/gone" is not found')
  expect(await wx(phone, 'navigateBack', {})).toContain('cannot navigate back at first page')
  expect(phone.pages()).toEqual([home])
})

test('at most ten pages lie on top of each other', async () => {
  const phone = await open()
  for (let count = 1; count < 10; count += 1)
    await wx(phone, 'navigateTo', { url: '/pages/lab/lab' })
  expect(phone.pages()).toHaveLength(10)
  expect(await wx(phone, 'navigateTo', { url: '/pages/lab/lab' })).toContain('webview count limit')
  expect(await wx(phone, 'navigateBack', { delta: 99 })).toBe('navigateBack:ok')
  expect(phone.pages()).toEqual([home])
})

test('redirecting replaces the page on top, a relative url starts at it', async () => {
  const phone = await open()
  await wx(phone, 'navigateTo', { url: '../lab/lab' })
  await wx(phone, 'redirectTo', { url: '/part/pages/detail/detail?id=5' })
  expect(phone.pages()).toEqual([home, detail])
  expect(phone.text('#id')).toBe('5')
})

test('relaunching closes everything, tabs too', async () => {
  const phone = await open()
  await phone.tab('我的')
  await wx(phone, 'reLaunch', { url: '/pages/lab/lab' })
  expect(phone.pages()).toEqual([lab])
  await wx(phone, 'reLaunch', { url: '/pages/mine/mine' })
  expect(phone.text('#shown')).toBe('1')
})

test('a page and the one it opened talk through their channel', async () => {
  const phone = await open()
  const heard: unknown[] = []
  await new Promise((success) => {
    const navigateTo = phone.phone.wx['navigateTo'] as (options: object) => void
    const events = { picked: (value: unknown) => heard.push(value) }
    navigateTo({ url: '/pages/lab/lab', events, success })
  })
  const opened = phone.phone.stack.top.instance['getOpenerEventChannel'] as () => {
    emit(event: string, value: unknown): void
  }
  opened().emit('picked', '一店')
  expect(heard).toEqual(['一店'])
})

test('a navigator keeps the same rules', async () => {
  const phone = await open({ path: mine })
  await phone.tap('#to-tab')
  expect(phone.pages()).toEqual([mine])
  await phone.tap('#to-detail')
  expect(phone.pages()).toEqual([mine, detail])
})

test('leaving and coming back through a shared card', async () => {
  const phone = await open()
  await phone.background()
  await phone.foreground()
  expect(phone.text('#life')).toBe('显隐显')
  await phone.background()
  await phone.foreground({ path: home, query: 'name=bo', scene: 1007 })
  expect(phone.text('#greeting')).toBe('你好 bo')
  expect(phone.text('#app')).toBe('launch show 1001 hide show 1001 hide show 1007')
  const enter = phone.phone.wx['getEnterOptionsSync'] as () => object
  const launch = phone.phone.wx['getLaunchOptionsSync'] as () => object
  expect([enter(), launch()]).toMatchObject([{ scene: 1007 }, { scene: 1001 }])
})

test('sharing answers what the page returns, from the menu and from a button', async () => {
  const phone = await open()
  expect(await phone.share()).toEqual({
    from: 'menu',
    title: '来自menu',
    path: '/part/pages/detail/detail?deal=0',
  })
  await phone.tap('#share')
  expect(phone.phone.shares[1]).toMatchObject({ path: '/part/pages/detail/detail?deal=7' })
  await phone.tab('我的')
  await expect(phone.share()).rejects.toThrow('cannot be shared')
})

test('a page is pulled down only where its settings allow it', async () => {
  const phone = await open()
  await phone.pullDown()
  expect(phone.text('#greeting')).toBe('刷新了')
  await phone.tab('我的')
  expect(() => phone.pullDown()).toThrow('does not allow pulling down')
})

test('two people use their phones side by side', async () => {
  const [ann, bo] = [await open({ openid: 'ann' }), await open({ openid: 'bo' })]
  await ann.tap('#add-1')
  expect([ann.text('#basket'), bo.text('#basket')]).toEqual(['1', '0'])
})
