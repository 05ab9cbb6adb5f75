/** wx.scanCode: what the camera sees. */
import type { Device } from '../device'
import { type Interfaces, type Options, Refusal } from './interfaces'

/** What a scan looks for unless it is told. */
const everyKind = ['barCode', 'qrCode', 'wxCode']

/** UTF-8 in base64, as `rawData` has it. */
function base64(text: string): string {
  const bytes = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte))
  return btoa(bytes.join(''))
}

/** The local cloud's mini-program codes are QR codes of `<page>?scene=<scene>`. */
function isOwnCode(device: Device, text: string): boolean {
  return device.program.pages.has(device.program.place(`/${text}`).route)
}

async function scanCode(device: Device, options: Options): Promise<object> {
  const kinds = (options['scanType'] ?? everyKind) as readonly string[]
  const text = await device.choices.camera?.()
  if (text === undefined || text === '') throw new Refusal('cancel')
  const seen = { charSet: 'utf-8', rawData: base64(text) }
  if (kinds.includes('wxCode') && isOwnCode(device, text)) {
    return { ...seen, result: '', scanType: 'WX_CODE', path: text }
  }
  return { ...seen, result: text, scanType: kinds.includes('qrCode') ? 'QR_CODE' : 'CODE_128' }
}

/** The scanning interface. */
export function scanInterfaces(device: Device): Interfaces {
  return { answers: { scanCode: (options) => scanCode(device, options) }, plain: {} }
}
