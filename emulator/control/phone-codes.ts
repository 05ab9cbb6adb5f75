/** `/_emulator/phone-codes`: what a person's tap on a getPhoneNumber button brings the phone. */
import { isOpenid } from '../wechat/people'
import type { PhoneNumbers } from '../wechat/phone-numbers'
import { ControlError, type Route } from './route'

export function phoneCodeRoutes(phoneNumbers: PhoneNumbers): Route[] {
  return [
    {
      method: 'POST',
      path: '/_emulator/phone-codes',
      answer: async (request) => {
        const { openid } = await request.object()
        if (!isOpenid(openid)) {
          throw new ControlError(400, 'body_invalid', 'A code is for an "openid".')
        }
        return { json: { code: await phoneNumbers.allow(openid) } }
      },
    },
  ]
}
