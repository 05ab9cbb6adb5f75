import { createHash } from 'node:crypto'
import { pathTrouble } from '../../emulator/storage/paths'
import { LocalCloud, sdk } from './local-cloud'

interface Uploaded {
  readonly fileID: string
}

const shop = new LocalCloud({
  upload: {
    code: `${sdk}exports.main = ({ path, text, base64 }) => cloud.uploadFile({
      cloudPath: path,
      fileContent: text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text) })
      .catch((error) => ({ refused: error.errCode, said: error.message }))`,
  },
  download: {
    code: `${sdk}exports.main = async ({ fileID }) =>
      cloud.downloadFile({ fileID })
        .then((file) => file.fileContent.toString('base64'), () => 'missing')`,
  },
  address: {
    code: `${sdk}exports.main = async ({ fileList }) =>
      cloud.getTempFileURL({ fileList })
        .then((answer) => answer.fileList, (error) => ({ said: error.message }))`,
  },
  remove: {
    code: `${sdk}exports.main = async (files) => (await cloud.deleteFile(files)).fileList`,
  },
})

beforeAll(() => shop.start())
afterAll(() => shop.close())

test('a file comes back byte by byte, also under a Chinese name', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => n % 256))
  const upload = { path: '海报/春 1.png', base64: bytes.toString('base64') }
  const { fileID } = await shop.result<Uploaded>('upload', upload)
  expect(fileID).toBe('cloud://jutuan-local.files/海报/春 1.png')
  const back = await shop.result<string>('download', { fileID })
  expect(Buffer.from(back, 'base64').equals(bytes)).toBe(true)
})

test('a temporary address works until its time is over', async () => {
  const { fileID } = await shop.result<Uploaded>('upload', { path: 'a.txt', text: 'hello' })
  const list = await shop.result<{ tempFileURL: string; status: number }[]>('address', {
    fileList: [
      { fileID, maxAge: 60 },
      'cloud://jutuan-local.files/none',
      'cloud://other.env/a.txt',
    ],
  })
  expect(list.map(({ status }) => status)).toEqual([0, -503003, -503003])
  const [{ tempFileURL } = { tempFileURL: '' }] = list
  expect(await (await fetch(tempFileURL)).text()).toBe('hello')
  expect((await fetch(`${tempFileURL}x`)).status).toBe(403)
  await shop.post('/_emulator/clock', { advance: 61_000 })
  expect((await fetch(tempFileURL)).status).toBe(403)
})

test('more than 50 files in one call are refused', async () => {
  const fileList = Array.from({ length: 51 }, (_, n) => `cloud://jutuan-local.files/${n}`)
  expect(await shop.result('address', { fileList })).toMatchObject({
    said: expect.stringContaining('50') as string,
  })
})

test('a removed file is gone, and files with the same bytes stay', async () => {
  const one = await shop.result<Uploaded>('upload', { path: 'one.txt', text: 'same' })
  const two = await shop.result<Uploaded>('upload', { path: 'two.txt', text: 'same' })
  const gone = await shop.result<{ status: number }[]>('remove', {
    fileList: [one.fileID, 'cloud://jutuan-local.files/none'],
  })
  expect(gone.map(({ status }) => status)).toEqual([0, -503003])
  expect(await shop.result('download', one)).toBe('missing')
  expect(await shop.result('download', two)).toBe(Buffer.from('same').toString('base64'))
})

test.each(['../secret', '/etc/passwd', 'a//b', 'a/../b', '', 'a\\b', 'a\u0000b', 'x'.repeat(851)])(
  'the path %j is refused to functions and to the console',
  async (path) => {
    expect(pathTrouble(path)).toBeDefined()
    expect(await shop.result('upload', { path, text: 'x' })).toHaveProperty('refused')
    const name = encodeURIComponent(path)
    if (path !== '') {
      const { status } = await shop.ask('PUT', `/_emulator/files/${name}`, 'x')
      expect(status).toBe(400)
    }
  },
)

test('an upload address takes one upload, of its own path', async () => {
  const wrong = await fetch(`${shop.url}/_storage/upload/nothing`, { method: 'PUT', body: 'x' })
  expect(wrong.status).toBe(403)
  expect(await wrong.text()).toMatch(/<Code>AccessDenied<\/Code>.*<TraceId>/)
})

test('the console lists, shows, replaces and removes files', async () => {
  const put = await shop.ask('PUT', '/_emulator/files/pictures/peach.svg', '<svg/>')
  const hash = createHash('sha256').update('<svg/>').digest('hex')
  const entry = { path: 'pictures/peach.svg', contentType: 'image/svg+xml', bytes: 6, hash }
  expect(put.body).toMatchObject(entry)
  expect(await shop.get('/_emulator/files')).toContainEqual(expect.objectContaining(entry))
  const shown = await fetch(`${shop.url}/_emulator/files/pictures/peach.svg`)
  expect(await shown.text()).toBe('<svg/>')
  expect(shown.headers.get('content-type')).toBe('image/svg+xml')
  expect(shown.headers.get('content-security-policy')).toBe('sandbox')
  const headers = { 'if-none-match': shown.headers.get('etag') ?? '' }
  const again = await fetch(`${shop.url}/_emulator/files/pictures/peach.svg`, { headers })
  expect(again.status).toBe(304)
  await shop.ask('DELETE', '/_emulator/files/pictures/peach.svg')
  expect((await shop.ask('GET', '/_emulator/files/pictures/peach.svg')).status).toBe(404)
})

test('files survive a power cut', async () => {
  const { fileID } = await shop.result<Uploaded>('upload', { path: 'kept.txt', text: 'kept' })
  await shop.stop('SIGKILL')
  await shop.start()
  expect(await shop.result('download', { fileID })).toBe(Buffer.from('kept').toString('base64'))
})
