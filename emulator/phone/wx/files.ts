/** Files that the mini-program writes by itself, and sending one of them to a chat. */
import type { Device } from '../device'
import { type Interfaces, type Options, Refusal, textOf } from './interfaces'

/** Where a mini-program may write: `wx.env.USER_DATA_PATH`. */
export const USER_FOLDER = 'wxfile://usr'

/** A failure of a synchronous interface is thrown, with its `errMsg`. */
function fail(name: string, message: string): never {
  const errMsg = `${name}:fail ${message}`
  throw Object.assign(new Error(errMsg), { errMsg })
}

/** Keeps a text under a path of the mini-program's own folder. */
function write({ files }: Device, path: string, text: unknown): void {
  if (!path.startsWith(`${USER_FOLDER}/`)) {
    fail('writeFileSync', `permission denied, open "${path}"`)
  }
  if (typeof text !== 'string') fail('writeFileSync', 'data must be a string')
  files.write(path, text)
}

function read({ files }: Device, path: string): string {
  return (
    files.written.get(path) ?? fail('readFileSync', `no such file or directory, open "${path}"`)
  )
}

/** Sends a file to a chat; as on a phone only from a tap, and the person may think better of it. */
async function share(device: Device, options: Options): Promise<object> {
  const path = textOf(options, 'filePath')
  const text = device.files.written.get(path)
  if (text === undefined) throw new Refusal('file not exist')
  if (!device.wasTouched) throw new Refusal('can only be invoked by user TAP gesture.')
  const name = textOf(options, 'fileName', path.slice(path.lastIndexOf('/') + 1))
  if (!(await device.consents(`把「${name}」发到聊天`))) throw new Refusal('cancel')
  device.files.sent.push({ name, text })
  device.sent?.(name, text)
  return {}
}

/** The file interfaces. */
export function fileInterfaces(device: Device): Interfaces {
  const manager = {
    writeFileSync: (path: string, text: unknown) => {
      write(device, path, text)
    },
    readFileSync: (path: string) => read(device, path),
  }
  return {
    answers: { shareFileMessage: (options) => share(device, options) },
    plain: { getFileSystemManager: () => manager },
  }
}
