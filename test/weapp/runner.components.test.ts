import { closePhones, fixtureWeapp, openPhone } from './phone'

const open = (options = {}) => openPhone({ weapp: fixtureWeapp, ...options })
const openLab = () => open({ path: 'pages/lab/lab' })

afterEach(closePhones)

test('templates render lists, wxs and components of the package', async () => {
  const phone = await open()
  expect(phone.texts('.row .name')).toEqual(['葡萄', '苹果', '梨'])
  expect(phone.texts('.price')).toEqual(['¥49.90', '¥12.50', '¥9.00'])
  expect(phone.text('#counter')).toBe('3')
})

test('rows keep their identity when they are put in another order', async () => {
  const phone = await open()
  const first = phone.one('#row-1')
  await phone.tap('#reverse')
  expect(phone.texts('.name')).toEqual(['梨', '苹果', '葡萄'])
  expect(phone.one('#row-1')).toBe(first)
  await phone.tap('#row-3')
  expect(phone.text('#id')).toBe('3')
})

test('a list reordered at random is shown in that order', async () => {
  const phone = await open()
  const orders = ['312', '231', '4213', '13', '5314', '35421', '2', '12345']
  for (const order of orders) {
    const rows = order.split('').map((id) => ({ id: Number(id), name: id, fen: 100 }))
    phone.phone.stack.top.instance.setData({ rows })
    expect(phone.texts('.name').join('')).toBe(order)
  }
})

test('every setData is counted in calls and UTF-8 bytes, the same each time', async () => {
  const journey = async () => {
    const phone = await open({ query: 'name=安安' })
    const costs = [phone.firstScreen, await phone.tap('#add-1'), await phone.tap('#reverse')]
    phone.close()
    return costs
  }
  const first = await journey()
  expect(first[1]).toEqual({ calls: 1, bytes: '{"basket":1}'.length })
  expect(first[0]?.calls).toBe(3)
  expect(await journey()).toEqual(first)
})

test('what crosses to the view is a copy', async () => {
  const phone = await open()
  const { instance } = phone.phone.stack.top
  const rows = [{ id: 8, name: '桃', fen: 1 }]
  instance.setData({ rows })
  rows[0] = { id: 9, name: '李', fen: 1 }
  expect(phone.texts('.name')).toEqual(['桃'])
})

test('a component tells its page by an event', async () => {
  const phone = await open()
  await phone.tap('.value')
  expect(phone.text('#counted')).toBe('4')
})

test('a tap bubbles, a caught one does not, a disabled button lets it through', async () => {
  const phone = await openLab()
  await phone.tap('#inner')
  expect(phone.text('#said')).toBe('内外')
  await phone.tap('#caught')
  expect(phone.text('#said')).toBe('内外截')
  await phone.tap('#disabled')
  expect(phone.text('#said')).toBe('内外截外')
})

test('catching on a row’s button keeps the row closed', async () => {
  const phone = await open()
  await phone.tap('#add-2')
  expect(phone.pages()).toHaveLength(1)
  expect(phone.text('#basket')).toBe('1')
})

test('a form hands over the value of every named field', async () => {
  const phone = await openLab()
  await phone.input('#phone', '13800000000123')
  await phone.tap('#submit')
  expect(JSON.parse(phone.text('#said'))).toEqual({
    phone: '13800000000',
    note: '轻放',
    extras: ['card'],
    way: 'courier',
    points: false,
    pieces: 3,
    store: 0,
  })
})

test('a reset form is empty', async () => {
  const phone = await openLab()
  await phone.input('#phone', '138')
  await phone.tap('#reset')
  expect([phone.value('#phone'), phone.value('checkbox-group'), phone.text('#said')]).toEqual([
    '',
    [],
    '清',
  ])
})

test('what was typed stays when the page sets something else', async () => {
  const phone = await openLab()
  await phone.input('#note', '放门口')
  await phone.tap('#inner')
  expect(phone.value('#note')).toBe('放门口')
})

test('the confirm key of the keyboard is an event', async () => {
  const phone = await openLab()
  await phone.confirm('#phone')
  expect(phone.text('#said')).toBe('确认')
})

test('choices change by a finger: box, label, radio, switch, picker', async () => {
  const phone = await openLab()
  await phone.tap('#box-label')
  expect(phone.text('#said')).toBe('["box","card"]')
  await phone.tap('#box')
  expect(phone.text('#said')).toBe('["card"]')
  await phone.tap('#pickup')
  expect(phone.text('#said')).toBe('"pickup"')
  await phone.tap('#points')
  expect(phone.text('#said')).toBe('true')
  await phone.tap('#store')
  expect(phone.dialog?.answers).toEqual(['一店', '二店', '取消'])
  await phone.answer('二店')
  expect(phone.text('#said')).toBe('1')
})

test('scrolling to the end of a list is an event', async () => {
  const phone = await openLab()
  await phone.fire('#list', 'scrolltolower')
  expect(phone.text('#said')).toBe('到底')
})

test('sizes are measured later, inside the page that asks', async () => {
  const phone = await openLab()
  const query = phone.phone.stack.top.instance['createSelectorQuery'] as () => {
    select(selector: string): {
      boundingClientRect(done: (rect: unknown) => void): { exec(): void }
    }
  }
  const answers: unknown[] = []
  query()
    .select('#measured')
    .boundingClientRect((rect) => answers.push(rect))
    .exec()
  query()
    .select('#gone')
    .boundingClientRect((rect) => answers.push(rect))
    .exec()
  expect(answers).toEqual([])
  await phone.waitFor(() => answers.length === 2)
  expect(answers).toEqual([expect.objectContaining({ id: 'measured', width: 0, top: 0 }), null])
})

test('a canvas notes what is drawn on it and can be exported', async () => {
  const phone = await openLab()
  const answer = await new Promise<[{ node: HTMLCanvasElement }]>((done) => {
    const query = phone.phone.wx['createSelectorQuery'] as () => {
      select(selector: string): { fields(fields: object): { exec(done: unknown): void } }
    }
    query().select('#poster').fields({ node: true, size: true }).exec(done)
  })
  const canvas = answer[0].node
  canvas.getContext('2d')?.fillText('团', 1, 2)
  expect(phone.drawn('#poster')).toEqual(['fillText("团",1,2)'])
  const exportCanvas = phone.phone.wx['canvasToTempFilePath'] as (o: object) => Promise<unknown>
  expect(await exportCanvas({ canvas })).toMatchObject({ tempFilePath: 'wxfile://tmp_1.png' })
})

test('a picture in the cloud is loaded from the local cloud', async () => {
  const phone = await open({ cloud: 'http://127.0.0.1:9', path: 'pages/mine/mine' })
  expect(phone.one('#cover img').getAttribute('src')).toBe(
    'http://127.0.0.1:9/_emulator/files/goods/grape%20one.jpg',
  )
})

test('an error in a page is kept and does not stop the phone', async () => {
  const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const phone = await open()
  phone.phone.stack.top.instance['reverse'] = () => {
    throw new Error('broken page')
  }
  await phone.tap('#reverse')
  silence.mockRestore()
  expect(phone.errors.map((error) => error.message)).toEqual(['broken page'])
  await phone.tap('#add-1')
  expect(phone.text('#basket')).toBe('1')
})
