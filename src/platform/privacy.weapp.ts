import Taro from '@tarojs/taro'

/**
 * Whether the shopper has agreed to the shop's privacy guidelines: until then WeChat hands over no
 * portrait, nickname, telephone number or address. Older versions of WeChat do not ask for it.
 */
export function hasAgreed(): Promise<boolean> {
  if (!Taro.canIUse('getPrivacySetting')) return Promise.resolve(true)
  return new Promise((resolve) => {
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => {
        resolve(!needAuthorization)
      },
      fail: () => {
        resolve(true)
      },
    })
  })
}

/** Whether the guidelines can be read in full. */
export const hasContract: boolean = true

/** Shows the guidelines as they were filed with WeChat. */
export function openContract(): void {
  Taro.openPrivacyContract({})
}
