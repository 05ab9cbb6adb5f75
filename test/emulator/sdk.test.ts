import { createDispatcher } from '../../emulator/sdk/endpoint'
import { CloudError, type SdkRequest, type Service } from '../../emulator/service'
import {
  decodeOpenApi,
  decodeOpenDataRequest,
  decodePay,
  encodeOpenApi,
  encodeOpenData,
  encodePay,
} from '../../emulator/sdk/openapi'
import { openCloud, type TestCloud } from './conformance/open-cloud'

/** Answers openapi and payment with what it was asked, so that both ways can be compared. */
const echo: Service = {
  actions: {
    'wx.openApi': ({ apiName, requestData = Buffer.alloc(0) }) => {
      const call = decodeOpenApi(requestData)
      if (call.kind === 'private') {
        const list = decodeOpenDataRequest(call.request).map((cloudId) => ({
          cloudId,
          json: JSON.stringify({ cloudID: cloudId, data: { phoneNumber: '13800000000' } }),
        }))
        return Promise.resolve(encodeOpenData(list))
      }
      switch (apiName) {
        case 'wxacode.getUnlimited':
          return Promise.resolve(
            encodeOpenApi({
              contentType: 'image/png',
              bytes: Buffer.from(JSON.stringify(call.input)),
            }),
          )
        case 'subscribeMessage.send':
          return Promise.resolve(
            encodeOpenApi({ errcode: 0, errmsg: 'ok', seen_input: call.input }),
          )
        case 'subscribeMessage.refuse':
          return Promise.resolve(
            encodeOpenApi({ errcode: 43101, errmsg: 'user refuse to accept the msg' }),
          )
        default:
          throw new CloudError('INVALID_PARAM', `no openapi ${apiName ?? ''}`)
      }
    },
    'wx.wxPayApi': ({ apiName, requestData = Buffer.alloc(0) }) =>
      Promise.resolve(encodePay({ api_name: apiName, seen: decodePay(requestData) })),
  },
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({ services: [echo] })
})
afterAll(() => cloud.close())

test('openapi arguments arrive in snake_case and answers come back in camelCase', async () => {
  const answer = await cloud.sdk.openapi.subscribeMessage.send?.({
    touser: 'ann',
    templateId: 't',
    data: { thing1: { value: '拼团成功' } },
  })
  expect(answer).toMatchObject({
    errMsg: expect.stringContaining('ok') as unknown,
    seenInput: { touser: 'ann', templateId: 't', data: { thing1: { value: '拼团成功' } } },
  })
})

test('a picture comes back as bytes with its type', async () => {
  const answer = await cloud.sdk.openapi.wxacode.getUnlimited?.({ scene: 'a', checkPath: false })
  expect(answer?.contentType).toBe('image/png')
  expect(String(answer?.buffer)).toBe('{"scene":"a","check_path":false}')
})

test('an errcode that is not 0 is an error with that code', async () => {
  await expect(cloud.sdk.openapi.subscribeMessage.refuse?.({})).rejects.toMatchObject({
    errCode: 43101,
  })
})

test('an openapi that is not imitated is refused', async () => {
  await expect(cloud.sdk.openapi.nothing.here?.({})).rejects.toThrow('no openapi nothing.here')
})

test('getOpenData gives what stands behind each cloud id', async () => {
  const { list } = await cloud.sdk.getOpenData({ list: ['id-1', 'id-2'] })
  expect(list).toMatchObject([
    { cloudID: 'id-1', data: { phoneNumber: '13800000000' } },
    { cloudID: 'id-2' },
  ])
})

test('payment arguments arrive in snake_case as JSON', async () => {
  const answer = await cloud.sdk.cloudPay.unifiedOrder({
    outTradeNo: '1',
    totalFee: 100,
    subMchId: '19',
  })
  expect(answer).toMatchObject({
    apiName: 'unifiedOrder',
    seen: { outTradeNo: '1', totalFee: 100, subMchId: '19' },
  })
})

test('an action that no service names is refused', async () => {
  await expect(cloud.sdk.callFunction({ name: 'none' })).rejects.toMatchObject({
    errMsg: expect.stringContaining('Unknown action functions.invokeFunction') as unknown,
  })
})

const request: SdkRequest = { action: 'test.act', body: {}, token: 't' }

test('intercepts see every call in order, the first one outermost, and may refuse or change it', async () => {
  const seen: string[] = []
  const answer = createDispatcher({
    services: [
      {
        actions: {
          'test.act': () => {
            seen.push('act')
            return Promise.resolve({ json: { n: 1 } })
          },
        },
      },
    ],
    intercept: [
      async ({ action }, next) => {
        seen.push(`log ${action}`)
        const reply = await next()
        seen.push('logged')
        return reply
      },
      async (_request, next) => {
        seen.push('fault')
        await next()
        return { json: { n: 2 } }
      },
    ],
  })
  expect(await answer(request)).toEqual({ json: { n: 2 } })
  expect(seen).toEqual(['log test.act', 'fault', 'act', 'logged'])
})

test('unreadable requests are refused as JSON, with status 200 as the SDK expects', async () => {
  const { URL: url } = JSON.parse(process.env.TCB_CONTEXT_CNFG ?? '{}') as { URL: string }
  for (const body of ['{', '[]', '{}']) {
    const response = await fetch(url, { method: 'POST', body })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ code: 'INVALID_PARAM' })
  }
})
