import { CloudError } from '../../../emulator/service'

const CODES: Readonly<Record<string, number>> = {
  DATABASE_REQUEST_FAILED: -502001,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  SERVER_TIMEOUT: -501002,
}

/** An error as user code sees it: number, code and message in one text. */
export function inSdkWords(error: unknown): unknown {
  if (!(error instanceof CloudError)) return error
  const { code, message } = error
  const text = `fail ${CODES[code] ?? -501001} ${code}. ${message}`
  return Object.assign(new Error(text), { code, cloud: error })
}
