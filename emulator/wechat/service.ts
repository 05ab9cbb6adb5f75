/** `cloud.openapi.*` and `cloud.getOpenData`: the interfaces of WeChat that are imitated. */
import type { Functions } from '../functions/functions'
import { APP_ID } from '../functions/invocation'
import {
  decodeOpenApi,
  decodeOpenDataRequest,
  encodeOpenApi,
  encodeOpenApiRefusal,
  encodeOpenData,
} from '../sdk/openapi'
import { CloudError, type SdkReply, type SdkRequest, type Service } from '../service'
import type { Codes } from './codes/codes'
import type { Messages } from './messages/messages'
import type { PhoneNumbers } from './phone-numbers'
import { WechatRefusal } from './refusal'
import type { Shipments } from './shipping/shipments'

type Input = Readonly<Record<string, unknown>>
type OpenApi = (input: Input) => object | Promise<object>

interface Parts {
  readonly codes: Codes
  readonly messages: Messages
  readonly shipments: Shipments
  readonly phoneNumbers: PhoneNumbers
  readonly functions: Functions
  readonly now: () => number
}

/** "function has no permission to call this API" (wx-server-sdk's error table). */
const NO_PERMISSION = -604101

export function wechatService(parts: Parts): Service {
  const { codes, messages, shipments, phoneNumbers, functions, now } = parts
  const interfaces = new Map<string, OpenApi>([
    [
      'wxacode.getUnlimited',
      (input) => ({ contentType: 'image/png', bytes: codes.picture(input) }),
    ],
    ['subscribeMessage.send', (input) => messages.send(input)],
    ['phonenumber.getPhoneNumber', (input) => phoneNumbers.tell(input)],
    ['wxa.sec.order.uploadShippingInfo', (input) => shipments.upload(input)],
  ])
  const mayCall = (token: string, name: string): boolean => {
    const caller = functions.invocation(token)
    if (!caller) return false
    const isDeclared = functions.find(caller.call.name)?.openapi.includes(name) === true
    if (!isDeclared) caller.lines.push(`warn: config.json lacks permissions.openapi "${name}"`)
    return isDeclared
  }
  const call = async (api: OpenApi, input: Input): Promise<SdkReply> => {
    try {
      return encodeOpenApi(await api(input))
    } catch (error) {
      if (!(error instanceof WechatRefusal)) throw error
      return encodeOpenApi({ errcode: error.errcode, errmsg: error.message })
    }
  }
  return {
    actions: {
      'wx.openApi': async ({ apiName = '', requestData, token }: SdkRequest) => {
        const wish = requestData && decodeOpenApi(requestData)
        if (wish?.kind === 'private' && wish.name === 'ApiGetOpenDataByCloudId') {
          return encodeOpenData(openData(decodeOpenDataRequest(wish.request), now()))
        }
        const api = interfaces.get(apiName)
        if (wish?.kind !== 'openapi' || !api) throw notImitated(`openapi.${apiName}`)
        if (!mayCall(token, apiName)) return encodeOpenApiRefusal(NO_PERMISSION)
        return call(api, wish.input)
      },
      'wx.api': ({ apiName = '' }: SdkRequest) =>
        Promise.reject(notImitated(`callOpenAPI ${apiName}`)),
    },
  }
}

function notImitated(name: string): CloudError {
  return new CloudError('INVALID_PARAM', `${name} is not part of the local cloud`)
}

/** Behind every cloud id of a phone number stands the same made-up one. */
function openData(cloudIds: readonly string[], now: number): { cloudId: string; json: string }[] {
  const watermark = { appid: APP_ID, timestamp: Math.floor(now / 1000) }
  const phone = { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' }
  return cloudIds.map((cloudId) => ({
    cloudId,
    json: JSON.stringify({ cloudID: cloudId, data: { ...phone, watermark } }),
  }))
}
