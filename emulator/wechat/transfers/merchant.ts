/**
 * Who the shop is to WeChat Pay's API v3: a merchant with a key pair, and WeChat Pay with its own.
 * Both are made when the local cloud starts; functions get their half as environment variables, as
 * their owner would set them in the console.
 */
import { createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto'
import { APP_ID } from '../../functions/invocation'

/** The merchant that everything here is paid to, and by. */
export const MCH_ID = '1900000109'
const MCH_SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
const WECHAT_KEY_ID = 'PUB_KEY_ID_0119000001092026010100000000'

/** Small, because it is made at every start and guards nothing. */
const BITS = 1024

/** What a request says of itself in its Authorization header. */
interface Signed {
  readonly mchid: string
  readonly serial_no: string
  readonly nonce_str: string
  readonly timestamp: string
  readonly signature: string
}

/** One request as it is signed. */
export interface SignedRequest {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly authorization: string
}

/** "请求时间戳 … 5 分钟": a signature is good for so many seconds. */
const MOST_SKEW_SECONDS = 300

const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('')

interface Keys {
  readonly own: ReturnType<typeof pair>
  readonly wechat: ReturnType<typeof pair>
}

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

let made: Keys | undefined

/** The keys of this process: whoever asks first has them made. */
const keys = (): Keys => (made ??= { own: pair(), wechat: pair() })

export class Merchant {
  constructor(private readonly now: () => number) {}

  /** What the owner of a function sets up to pay out; `url` is where WeChat Pay is found. */
  variables(url: string): Record<string, string> {
    return {
      MCH_ID,
      MCH_APP_ID: APP_ID,
      MCH_SERIAL,
      MCH_PRIVATE_KEY: keys().own.privateKey,
      WECHAT_PAY_KEY_ID: WECHAT_KEY_ID,
      WECHAT_PAY_PUBLIC_KEY: keys().wechat.publicKey,
      WECHAT_PAY_URL: url,
    }
  }

  /** Why a request is not the merchant's; undefined when it is. */
  trouble({ method, path, body, authorization }: SignedRequest): string | undefined {
    const signed = readAuthorization(authorization)
    if (!signed) return 'Http头Authorization值格式错误'
    if (signed.mchid !== MCH_ID || signed.serial_no !== MCH_SERIAL) return '商户号或证书序列号有误'
    const skew = Math.abs(Number(signed.timestamp) - this.now() / 1000)
    if (!(skew <= MOST_SKEW_SECONDS))
      return 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟'
    const isOwn = createVerify('RSA-SHA256')
      .update(lines(method, path, signed.timestamp, signed.nonce_str, body))
      .verify(keys().own.publicKey, signed.signature, 'base64')
    return isOwn ? undefined : '签名错误'
  }

  /** The headers by which a merchant knows WeChat Pay's answer. */
  answerHeaders(body: string): Record<string, string> {
    const timestamp = `${Math.floor(this.now() / 1000)}`
    const nonce = randomBytes(16).toString('hex')
    const signature = createSign('RSA-SHA256')
      .update(lines(timestamp, nonce, body))
      .sign(keys().wechat.privateKey, 'base64')
    return {
      'wechatpay-serial': WECHAT_KEY_ID,
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
    }
  }
}

function readAuthorization(header: string): Signed | undefined {
  const [, told] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(header) ?? []
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of (told ?? '').matchAll(/(\w+)="([^"]*)"/g)) {
    fields[name] = value
  }
  const { mchid, serial_no, nonce_str, timestamp, signature } = fields
  if (!mchid || !serial_no || !nonce_str || !timestamp || !signature) return undefined
  return { mchid, serial_no, nonce_str, timestamp, signature }
}
