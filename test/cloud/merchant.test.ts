/** What goes to WeChat Pay is signed; what comes from it is believed by its signature only. */
import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'
import { authorization, isWechats, merchantOf, type Merchant } from '@server/payment/merchant'
import { instant } from '@domain/time'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const [own, wechat] = [pair(), pair()]

/** As the console keeps a key: on one line. */
const onOneLine = (pem: string) => pem.replaceAll('\n', '\\n')

const variables = {
  MCH_ID: '1900000109',
  MCH_APP_ID: 'wx1',
  MCH_SERIAL: '5157F09E',
  MCH_PRIVATE_KEY: onOneLine(own.privateKey),
  WECHAT_PAY_KEY_ID: 'PUB_KEY_ID_01',
  WECHAT_PAY_PUBLIC_KEY: onOneLine(wechat.publicKey),
}
const merchant = merchantOf(variables) as Merchant
const now = instant(Date.UTC(2027, 2, 1, 2))

describe('who pays out', () => {
  test('stands in the variables of the function, and is found at WeChat Pay', () => {
    expect(merchant).toMatchObject({
      ...{ mchId: '1900000109', appId: 'wx1', url: 'https://api.mch.weixin.qq.com' },
      privateKey: own.privateKey,
    })
  })

  test.each(Object.keys(variables))('is nobody without %s', (name) => {
    expect(merchantOf({ ...variables, [name]: undefined })).toBeUndefined()
    expect(merchantOf({ ...variables, [name]: '' })).toBeUndefined()
  })
})

test('a request is signed over method, path, time, nonce and body', () => {
  const request = { method: 'POST', path: '/v3/a', body: '{"b":1}' } as const
  const header = authorization(merchant, request, now)
  const [, told = ''] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(header) ?? []
  const fields: Record<string, string> = Object.fromEntries(
    [...told.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  expect(fields).toMatchObject({
    ...{ mchid: '1900000109', serial_no: '5157F09E', timestamp: `${now / 1000}` },
  })
  const signed = `POST\n/v3/a\n${fields['timestamp']}\n${fields['nonce_str']}\n{"b":1}\n`
  const verify = createVerify('RSA-SHA256').update(signed)
  expect(verify.verify(own.publicKey, fields['signature'] ?? '', 'base64')).toBe(true)
  expect(authorization(merchant, request, now)).not.toBe(header)
})

describe('an answer', () => {
  const body = '{"state":"SUCCESS"}'

  function answered({ by = wechat.privateKey, at = now / 1000, serial = 'PUB_KEY_ID_01' } = {}) {
    const signature = createSign('RSA-SHA256').update(`${at}\nn\n${body}\n`).sign(by, 'base64')
    return new Headers({
      ...{ 'Wechatpay-Serial': serial, 'Wechatpay-Timestamp': `${at}` },
      ...{ 'Wechatpay-Nonce': 'n', 'Wechatpay-Signature': signature },
    })
  }

  test('is WeChat Pay’s with its signature', () => {
    expect(isWechats(merchant, { headers: answered(), body, now })).toBe(true)
  })

  test.each<[string, Parameters<typeof isWechats>[1]]>([
    ['another body', { headers: answered(), body: '{"state":"FAIL"}', now }],
    ['another one’s key', { headers: answered({ by: own.privateKey }), body, now }],
    ['another key’s number', { headers: answered({ serial: 'PUB_KEY_ID_02' }), body, now }],
    ['an old time', { headers: answered({ at: now / 1000 - 301 }), body, now }],
    ['a time to come', { headers: answered({ at: now / 1000 + 301 }), body, now }],
    ['no signature', { headers: new Headers(), body, now }],
  ])('is not with %s', (_what, answer) => {
    expect(isWechats(merchant, answer)).toBe(false)
  })
})
