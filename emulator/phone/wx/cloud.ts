/**
 * wx.cloud: functions and files of the local cloud, with the real cloud's limits and error codes.
 */
import type { Device } from '../device'
import { utf8Length } from '../meter'
import { Offline } from '../network'
import {
  asynchronous,
  type Options,
  Refusal,
  textOf,
  type Interfaces,
  type Work,
} from './interfaces'

/** A function's answer to a phone may have 1 MB. */
const maxAnswer = 1024 * 1024

interface CallBody {
  readonly error?: { readonly code?: string; readonly message?: string }
}

/** The code WeChat gives when a call fails before or beside the function. */
function failure(code: number, words: string): Refusal {
  return new Refusal(`Error: errCode: ${code} ${words}`, { errCode: code })
}

async function callFunction(device: Device, options: Options): Promise<object> {
  const name = textOf(options, 'name')
  const path = `/_emulator/call/${encodeURIComponent(name)}`
  const data = options['data'] ?? {}
  const answer = await device.network.ask(path, device.openid, data).catch((error: unknown) => {
    throw failure(-601034, error instanceof Offline ? 'network is down' : String(error))
  })
  if (utf8Length(answer.text) > maxAnswer) throw failure(-604001, 'response is larger than 1MB')
  const body = JSON.parse(answer.text) as CallBody
  // 200 and 400 carry what the function returned; anything else means that it did not return.
  if (answer.status === 200 || answer.status === 400) {
    return { result: body, requestID: `local-${device.calls.length}` }
  }
  const words = `${body.error?.code ?? ''} ${body.error?.message ?? ''}`
  if (answer.status === 404) throw failure(-501000, `FunctionName parameter could not be found`)
  if (answer.status === 504) throw failure(-504003, `Invoking task timed out | ${words}`)
  throw failure(-504002, `functions execute fail | ${words}`)
}

async function uploadFile(device: Device, options: Options): Promise<object> {
  const content = device.files.content(textOf(options, 'filePath'))
  if (content === undefined) throw new Refusal('file not found')
  const path = textOf(options, 'cloudPath')
  const [head = '', text = ''] = content.split(',')
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'application/octet-stream'
  const answer = await device.network.send(device.files.cloudUrl(path), {
    method: 'PUT',
    headers: { 'content-type': type, 'x-openid': device.openid },
    body: new Blob([bytes]),
  })
  if (answer.status >= 300) {
    const { error } = JSON.parse(answer.text) as CallBody
    const words = `upload fail | ${error?.code ?? ''} ${error?.message ?? ''}`
    throw failure(answer.status === 413 ? -403001 : -501007, words)
  }
  return { fileID: `cloud://jutuan-local.files/${path}`, statusCode: answer.status }
}

async function downloadFile(device: Device, options: Options): Promise<object> {
  const fileID = textOf(options, 'fileID')
  const { status } = await device.network.send(device.files.url(fileID))
  if (status >= 300) throw failure(-503003, 'storage file not exists')
  return { tempFilePath: device.files.download(fileID), statusCode: status }
}

function temporaryUrls(device: Device, options: Options): object {
  const list = (options['fileList'] ?? []) as readonly (string | { fileID: string })[]
  const fileList = list.map((file) => {
    const fileID = typeof file === 'string' ? file : file.fileID
    return { fileID, tempFileURL: device.files.url(fileID), status: 0, errMsg: 'ok' }
  })
  return { fileList }
}

/** The `wx.cloud` object; as in WeChat, nothing works before `init`. */
export function cloudInterfaces(device: Device): Interfaces {
  let isReady = false
  const afterInit =
    (work: Work): Work =>
    (options) => {
      if (!isReady) throw failure(-1, 'Cloud API isn’t enabled, please call wx.cloud.init first')
      return work(options)
    }
  const define = (name: string, work: Work) =>
    asynchronous(device, `cloud.${name}`, afterInit(work))
  const cloud = {
    init: () => {
      isReady = true
    },
    callFunction: define('callFunction', (options) => callFunction(device, options)),
    uploadFile: define('uploadFile', (options) => uploadFile(device, options)),
    downloadFile: define('downloadFile', (options) => downloadFile(device, options)),
    getTempFileURL: define('getTempFileURL', (options) => temporaryUrls(device, options)),
  }
  return { answers: {}, plain: { cloud } }
}
