import qrcode from 'qrcode-generator'
import type { Failure } from '@domain/failure'
import { addressOf } from './go'

/** Asks the cloud for a mini-program's code; a browser needs none. */
type AskCode = () => Promise<{ readonly file: string } | Failure>

/** Pixels of a dot: whole ones, so that scaling blurs no edge. */
const DOT = 8

/** The picture of the code that opens a link: in a browser a QR code of the page's address. */
export function codeOf(token: string, _ask: AskCode): Promise<string | Failure> {
  const code = qrcode(0, 'M')
  code.addData(`${location.origin}${location.pathname}#${addressOf('opened', { scene: token })}`)
  code.make()
  return Promise.resolve(code.createDataURL(DOT, 0))
}
