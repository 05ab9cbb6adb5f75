/** wx.getPrivacySetting and its like: whether the privacy guidelines were agreed to. */
import type { Device } from '../device'
import { mayHandOver, NOT_AGREED } from '../privacy'
import { type Interfaces, Refusal } from './interfaces'

/** What WeChat calls the guidelines of a mini-program. */
const contract = '《小程序用户隐私保护指引》'

async function requireAgreement(device: Device): Promise<undefined> {
  if (!(await mayHandOver(device))) throw new Refusal(NOT_AGREED, { errno: 104 })
  return undefined
}

/** The privacy interfaces. */
export function privacyInterfaces(device: Device): Interfaces {
  return {
    answers: {
      getPrivacySetting: () => ({
        needAuthorization: !device.privacy.isAgreed,
        privacyContractName: contract,
      }),
      requirePrivacyAuthorize: () => requireAgreement(device),
      openPrivacyContract: async () => {
        await device.dialogs.ask({
          title: contract,
          content: '在微信里，这里是小程序备案的隐私保护指引。',
          confirmText: '知道了',
          cancelText: undefined,
        })
        return undefined
      },
    },
    plain: {},
  }
}
