import Taro from '@tarojs/taro'
import type { AskConsent } from './consent'

/**
 * Asks for the consent to one subscribe message of each template: one yes is one message. Who has
 * switched all messages off is not asked at all, which is a no.
 */
export const askConsent: AskConsent = async (templateIds) => {
  try {
    const answers: object = await Taro.requestSubscribeMessage({
      tmplIds: [...templateIds],
      entityIds: [],
    })
    const said = answers as Readonly<Record<string, unknown>>
    return templateIds.filter((templateId) => said[templateId] === 'accept')
  } catch {
    return []
  }
}
