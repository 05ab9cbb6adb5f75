import type { Failure } from '@domain/failure'
import { hasFailed } from '@domain/failure'

/** Asks the cloud for a mini-program's code. */
type AskCode = () => Promise<{ readonly file: string } | Failure>

/** The picture of the code that opens a link: in WeChat the mini-program's own. */
export async function codeOf(_token: string, ask: AskCode): Promise<string | Failure> {
  const code = await ask()
  return hasFailed(code) ? code : code.file
}
