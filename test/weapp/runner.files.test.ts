import type { Driver } from '../../emulator/phone/driver'
import { closePhones, fixtureWeapp, openPhone } from './phone'

afterEach(closePhones)

const path = 'wxfile://usr/table.csv'

interface FileManager {
  writeFileSync(path: string, text: unknown, encoding: 'utf8'): void
  readFileSync(path: string, encoding: 'utf8'): string
}

function managerOf(phone: Driver): FileManager {
  return (phone.phone.wx['getFileSystemManager'] as () => FileManager)()
}

/** A phone on which a table was written, and whose person answers like this when asked. */
async function withTable(consents = () => true): Promise<Driver> {
  const phone = await openPhone({ weapp: fixtureWeapp, consents })
  managerOf(phone).writeFileSync(path, '商品,件数', 'utf8')
  return phone
}

const send = (phone: Driver, options: object) =>
  (phone.phone.wx['shareFileMessage'] as (options: object) => Promise<object>)(options)

test('a text lies in the mini-program’s own folder, and nowhere else', async () => {
  const phone = await withTable()
  const files = managerOf(phone)
  expect(files.readFileSync(path, 'utf8')).toBe('商品,件数')
  expect(() => files.readFileSync('wxfile://usr/other.csv', 'utf8')).toThrow('no such file')
  expect(() => {
    files.writeFileSync('wxfile://tmp_1.csv', '', 'utf8')
  }).toThrow('permission denied')
})

test('a file is sent to a chat from a tap, under a name of its own', async () => {
  const phone = await withTable()
  phone.phone.touched()
  await send(phone, { filePath: path, fileName: '复盘.csv' })
  expect(phone.phone.files.sent).toEqual([{ name: '复盘.csv', text: '商品,件数' }])
})

test('a file is not sent without a tap, nor one that is not there, nor by who leaves', async () => {
  const phone = await withTable()
  await expect(send(phone, { filePath: path })).rejects.toMatchObject({
    errMsg: 'shareFileMessage:fail can only be invoked by user TAP gesture.',
  })
  await expect(send(phone, { filePath: 'wxfile://usr/none' })).rejects.toMatchObject({
    errMsg: 'shareFileMessage:fail file not exist',
  })
  const leaving = await withTable(() => false)
  leaving.phone.touched()
  await expect(send(leaving, { filePath: path })).rejects.toMatchObject({
    errMsg: 'shareFileMessage:fail cancel',
  })
  expect(leaving.phone.files.sent).toEqual([])
})
