/**
 * `phonenumber.getPhoneNumber`: the telephone number behind a code that a person's tap brought.
 * "每个 code 只能使用一次，code 的有效期为5min" (getPhoneNumber page).
 */
import { randomUUID } from 'node:crypto'
import { APP_ID } from '../functions/invocation'
import { limits } from '../limits'
import { Records } from '../records'
import type { Store } from '../store/store'
import { phoneNumberOf } from './phone-number'
import { WechatRefusal } from './refusal'

/** A code that was handed to a phone; it is gone once it was used. */
export type PhoneCode = {
  readonly _id: string
  readonly openid: string
  readonly at: number
}

interface Parts {
  readonly store: Store
  readonly now: () => number
}

export class PhoneNumbers {
  private readonly codes: Records<PhoneCode>

  constructor(private readonly parts: Parts) {
    this.codes = new Records(parts.store, '_phone_codes')
  }

  /** What a tap on "允许" brings. */
  async allow(openid: string): Promise<string> {
    const code = randomUUID().replaceAll('-', '')
    await this.codes.put({ _id: code, openid, at: this.parts.now() })
    return code
  }

  /** `phonenumber.getPhoneNumber`. Uses the code up. */
  async tell({ code, openid }: Readonly<Record<string, unknown>>): Promise<object> {
    const found = typeof code === 'string' ? this.codes.get(code) : undefined
    // At once, so that of two calls with one code only one finds it.
    if (found) await this.codes.remove(found._id)
    const isOver = !found || this.parts.now() - found.at >= limits.phoneCodeMs
    if (isOver || (openid !== undefined && openid !== found.openid)) {
      throw new WechatRefusal(40029, 'invalid code')
    }
    const phoneNumber = phoneNumberOf(found.openid)
    const watermark = { timestamp: Math.floor(this.parts.now() / 1000), appid: APP_ID }
    const phone_info = { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark }
    return { errcode: 0, errmsg: 'ok', phone_info }
  }
}
