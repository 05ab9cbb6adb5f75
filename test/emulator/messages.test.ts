import { inflateSync } from 'node:zlib'
import qrcode from 'qrcode-generator'
import { LocalCloud, sdk } from './local-cloud'

interface Refusal {
  readonly refused: number
  readonly said: string
}

const pages = {
  pages: ['pages/home/home/index'],
  subPackages: [{ root: 'pages/groupbuy', pages: ['group/index'] }],
}

const shop = new LocalCloud(
  {
    wechat: {
      config: {
        permissions: {
          openapi: ['subscribeMessage.send', 'wxacode.getUnlimited', 'security.msgSecCheck'],
        },
      },
      code: `${sdk}exports.main = async ({ group, api, data }) => {
        try {
          const answer = await cloud.openapi[group][api](data)
          return answer.buffer ? { ...answer, buffer: answer.buffer.toString('base64') } : answer
        } catch (error) { return { refused: error.errCode, said: error.message } }
      }`,
    },
    phone: {
      code: `${sdk}exports.main = () =>
        cloud.getOpenData({ list: ['id-1'] }).then(({ list }) => list[0].data)`,
    },
  },
  ['--weapp', '.'],
)

beforeAll(async () => {
  shop.write('app.json', JSON.stringify(pages))
  await shop.start()
})
afterAll(() => shop.close())

const send = (data: object) =>
  shop.result<Refusal>('wechat', { group: 'subscribeMessage', api: 'send', data })
const code = (data: object) =>
  shop.result<Refusal & { contentType: string; buffer: string }>('wechat', {
    ...{ group: 'wxacode', api: 'getUnlimited', data },
  })
const message = {
  ...{ touser: 'ann', templateId: 'T1', page: 'pages/home/home/index' },
  data: { thing1: { value: '阳光玫瑰成团了' }, amount2: { value: '40.00元' } },
}
const allow = (count: number, openid = 'ann') =>
  shop.post('/_emulator/messages/consents', { openid, templateId: 'T1', count })

describe('a subscribe message', () => {
  beforeEach(() => shop.post('/_emulator/reset'))

  test('uses up one consent, and without one it is refused', async () => {
    expect(await send(message)).toMatchObject({ refused: 43101 })
    await allow(2)
    expect(await send(message)).toMatchObject({ errCode: 0 })
    expect(await send(message)).toMatchObject({ errCode: 0 })
    expect(await send(message)).toMatchObject({ refused: 43101 })
    const delivered = await shop.get<object[]>('/_emulator/messages?openid=ann')
    expect(delivered).toHaveLength(2)
    expect(delivered[0]).toMatchObject({ openid: 'ann', templateId: 'T1', data: message.data })
    expect(await shop.get('/_emulator/messages?openid=bo')).toEqual([])
  })

  test('two sent at once do not share one consent', async () => {
    await allow(1)
    const answers = await Promise.all([send(message), send(message)])
    expect(answers.filter(({ refused }) => refused === 43101)).toHaveLength(1)
  })

  test('consents of another person or template do not count', async () => {
    await allow(1, 'bo')
    expect(await send(message)).toMatchObject({ refused: 43101 })
    expect(await shop.get('/_emulator/messages/consents')).toEqual([
      { openid: 'bo', templateId: 'T1', count: 1 },
    ])
  })

  test.each([
    [{ touser: '' }, 40003],
    [{ templateId: '' }, 40037],
    [{ page: 'https://elsewhere' }, 41030],
    [{ page: 'pages/nowhere' }, 41030],
    [{ data: {} }, 47003],
    [{ data: { thing1: { value: '一二三四五六七八九十一二三四五六七八九十一' } } }, 47003],
    [{ data: { thing1: { value: '' } } }, 47003],
    [{ data: { amount1: { value: 'free' } } }, 47003],
    [{ data: { phrase1: { value: '已经全部成团' } } }, 47003],
    [{ data: { time1: { value: '2027-03-01 10:00' } } }, 47003],
    [{ data: { time1: { value: '2027年3月1日' } } }, 47003],
    [{ data: { date1: { value: '2027-03-01' } } }, 47003],
    [{ data: { character_string1: { value: '订单 1' } } }, 47003],
    [{ data: { name1: { value: '收货人安安和她家楼下的邻居' } } }, 47003],
    [{ data: { price1: { value: '5' } } }, 47003],
    [{ data: { thing1: 'plain' } }, 47003],
  ])('with %j is refused and uses up nothing', async (change, refused) => {
    await allow(1)
    expect(await send({ ...message, ...change })).toMatchObject({ refused })
    expect(await shop.get('/_emulator/messages/consents')).toMatchObject([{ count: 1 }])
  })

  test.each([
    { thing1: { value: '阳光玫瑰 2 斤' } },
    { time1: { value: '15:01' }, time2: { value: '2027年3月1日 15:01~2027年3月2日 9:30' } },
    { date1: { value: '2027年3月1日' }, date2: { value: '2027年03月01日 15:01' } },
    { character_string1: { value: 'SF1234567890' }, number2: { value: 3 } },
    { amount1: { value: '￥128.00' }, phrase2: { value: '已发货' }, name3: { value: '安安Ann' } },
  ])('may say %j', async (data) => {
    await allow(1)
    expect(await send({ ...message, page: 'pages/home/home/index?from=1', data })).toMatchObject({
      errCode: 0,
    })
  })

  test('the console refuses a consent of nobody', async () => {
    const answer = await shop.ask('POST', '/_emulator/messages/consents', { openid: '12' })
    expect(answer.status).toBe(400)
  })
})

describe('a code', () => {
  /** Reads the dots of our own PNG back. */
  function dots(png: Buffer): boolean[][] {
    const size = png.readUInt32BE(16)
    const start = png.indexOf('IDAT')
    const data = png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4))
    const rows = inflateSync(data)
    return Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => rows[row * (size + 1) + 1 + column] === 0),
    )
  }

  test('is a PNG of the page with its scene', async () => {
    const scene = 'Ab3-_~!#$&()*+,/:;=?@.'
    const page = 'pages/groupbuy/group/index'
    const { contentType, buffer } = await code({ scene, page })
    expect(contentType).toBe('image/png')
    const picture = dots(Buffer.from(buffer, 'base64'))
    expect(picture).toHaveLength(430)
    const wanted = qrcode(0, 'M')
    wanted.addData(`${page}?scene=${encodeURIComponent(scene)}`)
    wanted.make()
    const modules = wanted.getModuleCount()
    const dot = Math.floor(430 / (modules + 8))
    const margin = Math.floor((430 - modules * dot) / 2)
    const middle = (place: number) => margin + place * dot + Math.floor(dot / 2)
    for (let row = 0; row < modules; row++) {
      for (let column = 0; column < modules; column++) {
        expect(picture[middle(row)]?.[middle(column)]).toBe(wanted.isDark(row, column))
      }
    }
  })

  test.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '' }, 40169],
    [{ scene: '团' }, 40169],
    [{ scene: 'a b' }, 40169],
    [{ scene: 'a%20' }, 40169],
    [{ scene: 'a', page: '/pages/home/home/index' }, 41030],
    [{ scene: 'a', page: 'pages/home/home/index?a=1' }, 41030],
    [{ scene: 'a', page: 'pages/nowhere' }, 41030],
    [{ scene: 'a', width: 100 }, 40097],
  ])('with %j is refused', async (change, refused) => {
    expect(await code({ page: 'pages/home/home/index', ...change })).toMatchObject({ refused })
  })

  test('of a page not yet published is drawn when the check is off', async () => {
    const drawn = await code({ scene: 'a', page: 'pages/nowhere', checkPath: false })
    expect(drawn.contentType).toBe('image/png')
  })
})

test('an interface that is not imitated is refused by name', async () => {
  const answer = await shop.result<Refusal>('wechat', {
    ...{ group: 'security', api: 'msgSecCheck', data: { content: 'x' } },
  })
  expect(answer.said).toContain('openapi.security.msgSecCheck is not part of the local cloud')
})

test('open data gives one made-up telephone number', async () => {
  expect(await shop.result('phone')).toMatchObject({ phoneNumber: '13800000000' })
})

test('people can be added and renamed, and stay over a reset', async () => {
  const before = await shop.get<{ openid: string }[]>('/_emulator/people')
  expect(before.map(({ openid }) => openid)).toEqual([
    ...['ann', 'bo', 'cai', 'ding', 'en', 'fang', 'keeper'],
  ])
  await shop.post('/_emulator/people', { openid: 'gu', nickname: '小顾' })
  await shop.post('/_emulator/people', { openid: 'ann', nickname: '安姐' })
  await shop.post('/_emulator/reset')
  const after = await shop.get<object[]>('/_emulator/people')
  expect(after[0]).toEqual({ openid: 'ann', nickname: '安姐' })
  expect(after.at(-1)).toEqual({ openid: 'gu', nickname: '小顾' })
  expect((await shop.ask('POST', '/_emulator/people', { openid: '7' })).status).toBe(400)
})
