import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone } from './phone'

interface Heard {
  readonly type: string
  readonly detail: Readonly<Record<string, unknown>>
}

const openKit = () => openPhone({ weapp: fixtureWeapp, path: 'pages/kit/kit' })

/** What the page has heard of one kind of event, first one first. */
const heard = (phone: Driver, type: string) =>
  (phone.phone.stack.top.instance.data['heard'] as readonly Heard[])
    .filter((event) => event.type === type)
    .map(({ detail }) => detail)

const dots = (phone: Driver) =>
  [...phone.one('#gallery').querySelectorAll('.phone-dots i')].map((dot) => dot.className)

afterEach(closePhones)

describe('a carousel', () => {
  test('has a dot for every item, also for those that came later', async () => {
    const phone = await openKit()
    expect(dots(phone)).toEqual(['phone-on', '', ''])
    await phone.tap('#fewer')
    expect(dots(phone)).toEqual(['phone-on'])
  })

  test('moves under the finger, by the page and by itself, and says which it was', async () => {
    const phone = await openKit()
    await phone.swipe('#gallery', 1)
    await phone.tap('#next')
    await phone.pass(3000)
    expect(heard(phone, 'change')).toEqual([
      { current: 1, currentItemId: '背面', source: 'touch' },
      { current: 2, currentItemId: '切开', source: '' },
      { current: 0, currentItemId: '正面', source: 'autoplay' },
    ])
    expect(dots(phone)).toEqual(['phone-on', '', ''])
  })

  test('stays where it is when there is no such item', async () => {
    const phone = await openKit()
    await phone.swipe('#gallery', 3)
    expect(heard(phone, 'change')).toEqual([])
    await expect(phone.swipe('#code', 1)).rejects.toThrow('#code is not a swiper')
  })
})

test('a picture may be a data URL: a code drawn by the page itself', async () => {
  const phone = await openKit()
  const picture = phone.one('#code img')
  expect(picture.getAttribute('src')).toMatch(/^data:image\/gif;base64,R0lGOD/)
  picture.dispatchEvent(new Event('load'))
  await phone.idle()
  expect(heard(phone, 'load')).toHaveLength(1)
})

test('a row scrolls sideways', async () => {
  const phone = await openKit()
  const row = phone.one('#shelf')
  expect(row.hasAttribute('scroll-x')).toBe(true)
  row.scrollLeft = 40
  row.dispatchEvent(new Event('scroll'))
  await phone.idle()
  expect(heard(phone, 'scroll')).toMatchObject([{ scrollLeft: 40 }])
  expect(heard(phone, 'scrolltolower')).toMatchObject([{ direction: 'right' }])
})

describe('a picker', () => {
  test('of several columns tells every turn, and the next column may change', async () => {
    const phone = await openKit()
    await phone.tap('#several')
    expect(phone.dialog).toMatchObject({
      answers: ['取消', '确定'],
      columns: [
        ['江苏', '浙江'],
        ['南京', '苏州'],
      ],
    })
    await phone.choose('浙江')
    expect(heard(phone, 'columnchange')).toEqual([{ column: 0, value: 1 }])
    // 苏州 was the second of its column; the new column has only one.
    expect(heard(phone, 'change')).toEqual([{ value: [1, 0] }])
  })

  test('that is left changes nothing', async () => {
    const phone = await openKit()
    await phone.tap('#several')
    await phone.answer('取消')
    expect(heard(phone, 'cancel')).toHaveLength(1)
    expect(heard(phone, 'change')).toEqual([])
  })

  test('of a region begins where the page says, and knows the codes of the state', async () => {
    const phone = await openKit()
    await phone.tap('#region')
    await phone.answer('确定')
    await phone.tap('#region')
    await phone.choose('广东省', '广州市', '海珠区')
    expect(heard(phone, 'change')).toEqual([
      { value: ['浙江省', '杭州市', '西湖区'], code: ['330000', '330100', '330106'] },
      { value: ['广东省', '广州市', '海珠区'], code: ['440000', '440100', '440105'] },
    ])
  })

  test('of a region may end at the city and begin with a word of its own', async () => {
    const phone = await openKit()
    await phone.tap('#city')
    expect(phone.dialog?.columns?.[0]?.slice(0, 2)).toEqual(['全部', '北京市'])
    await phone.choose('上海市', '上海市')
    expect(heard(phone, 'change')).toEqual([
      { value: ['上海市', '上海市'], code: ['310000', '310100'] },
    ])
  })

  test('refuses a word that it does not offer', async () => {
    const phone = await openKit()
    await phone.tap('#region')
    await expect(phone.choose('江南省')).rejects.toThrow('no "江南省" in column 0')
    await phone.answer('取消')
    await expect(phone.choose('广东省')).rejects.toThrow('no sheet with wheels is open')
  })

  test.each([
    ['#day', 'date', '2027-03-08'],
    ['#month', 'month', '2027-04'],
    ['#hour', 'time', '18:30'],
  ])('of a moment (%s) uses the browser’s own field', async (target, type, value) => {
    const phone = await openKit()
    await phone.tap(target)
    expect(phone.one('.phone-moment').getAttribute('type')).toBe(type)
    await phone.choose(value)
    expect(heard(phone, 'change')).toEqual([{ value }])
    expect(phone.has('.phone-moment')).toBe(false)
  })
})

describe('a text field', () => {
  test('says where the cursor is', async () => {
    const phone = await openKit()
    await phone.input('#note', '放门口 谢谢')
    expect(heard(phone, 'input')).toEqual([{ value: '放门口 谢谢', cursor: 6, keyCode: 0 }])
  })

  test('puts the cursor where the page wants it', async () => {
    const phone = await openKit()
    await phone.tap('#to-caret')
    const field = phone.one('#note').querySelector('textarea')
    expect([field?.selectionStart, field?.selectionEnd]).toEqual([2, 2])
  })

  test('is written into from the start when it asks for it, and tells when it is left', async () => {
    const phone = await openKit()
    expect(heard(phone, 'focus')).toHaveLength(1)
    await phone.blur('#note')
    expect(heard(phone, 'blur')).toMatchObject([{ value: '放门口' }])
  })
})

test('of several radios one is on; tapping it again says nothing', async () => {
  const phone = await openKit()
  await phone.tap('#courier')
  await phone.tap('#pickup-label')
  await phone.tap('#pickup')
  expect(heard(phone, 'change')).toEqual([{ value: 'pickup' }])
  expect([phone.value('#way'), phone.one('#courier').className]).toEqual(['pickup', ''])
})

test('boxes go on and off, a disabled one does not', async () => {
  const phone = await openKit()
  await phone.tap('#line-1')
  await phone.tap('#line-2')
  await phone.tap('#line-1')
  expect(heard(phone, 'change')).toEqual([{ value: ['1'] }, { value: [] }])
})
