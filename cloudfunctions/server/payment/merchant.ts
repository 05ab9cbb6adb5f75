import { createSign, createVerify, randomBytes } from 'node:crypto'
import type { Instant } from '@domain/time'

/**
 * Who pays out: the merchant's account at WeChat Pay (API v3). All of it stands in the function's
 * environment variables, as the merchant's platform (商户平台 → API 安全) shows it:
 * MCH_ID, MCH_APP_ID, MCH_SERIAL (the certificate's number), MCH_PRIVATE_KEY (PEM),
 * WECHAT_PAY_KEY_ID and WECHAT_PAY_PUBLIC_KEY (微信支付公钥, PEM), and, where it is another one,
 * WECHAT_PAY_URL.
 */
export interface Merchant {
  readonly mchId: string
  readonly appId: string
  readonly serial: string
  readonly privateKey: string
  readonly wechatKeyId: string
  readonly wechatKey: string
  readonly url: string
}

const WECHAT_PAY = 'https://api.mch.weixin.qq.com'

/** The merchant; undefined where the shop has not set one up, and then nothing is paid out. */
export function merchantOf(variables: NodeJS.ProcessEnv = process.env): Merchant | undefined {
  const { MCH_ID, MCH_APP_ID, MCH_SERIAL, MCH_PRIVATE_KEY } = variables
  const { WECHAT_PAY_KEY_ID, WECHAT_PAY_PUBLIC_KEY, WECHAT_PAY_URL } = variables
  if (!MCH_ID || !MCH_APP_ID || !MCH_SERIAL || !MCH_PRIVATE_KEY) return undefined
  if (!WECHAT_PAY_KEY_ID || !WECHAT_PAY_PUBLIC_KEY) return undefined
  return {
    mchId: MCH_ID,
    appId: MCH_APP_ID,
    serial: MCH_SERIAL,
    privateKey: pem(MCH_PRIVATE_KEY),
    wechatKeyId: WECHAT_PAY_KEY_ID,
    wechatKey: pem(WECHAT_PAY_PUBLIC_KEY),
    url: WECHAT_PAY_URL ?? WECHAT_PAY,
  }
}

/** The console keeps a variable on one line: line breaks of a key are written as \n there. */
const pem = (text: string): string => text.replaceAll('\\n', '\n')

/** What is asked of WeChat Pay. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: string
}

const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('')

/** The Authorization header of a request: WECHATPAY2-SHA256-RSA2048. */
export function authorization(
  { mchId, serial, privateKey }: Merchant,
  { method, path, body }: SignedRequest,
  now: Instant,
): string {
  const timestamp = `${Math.floor(now / 1000)}`
  const nonce = randomBytes(16).toString('hex')
  const signature = createSign('RSA-SHA256')
    .update(lines(method, path, timestamp, nonce, body))
    .sign(privateKey, 'base64')
  const fields = { mchid: mchId, nonce_str: nonce, signature, timestamp, serial_no: serial }
  const told = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${told.join(',')}`
}

/** WeChat Pay's clock and ours may differ by so many seconds. */
const MOST_SKEW = 300

/** An answer as it came, and when. */
export interface SignedAnswer {
  readonly headers: Pick<Headers, 'get'>
  readonly body: string
  readonly now: Instant
}

/** Whether WeChat Pay itself gave this answer, and just now. */
export function isWechats(
  { wechatKeyId, wechatKey }: Merchant,
  { headers, body, now }: SignedAnswer,
): boolean {
  const told = (name: string) => headers.get(`wechatpay-${name}`) ?? ''
  const skew = Math.abs(Number(told('timestamp')) - now / 1000)
  if (told('serial') !== wechatKeyId || !(skew <= MOST_SKEW)) return false
  return createVerify('RSA-SHA256')
    .update(lines(told('timestamp'), told('nonce'), body))
    .verify(wechatKey, told('signature'), 'base64')
}
