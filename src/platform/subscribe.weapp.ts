import Taro from '@tarojs/taro'
import type { AskConsent } from './consent'

/**
 * Asks for the consent to one subscribe message: one yes is one message. Who has switched all
 * messages off is not asked at all, which is a no.
 */
export const askConsent: AskConsent = async (templateId) => {
  try {
    const answers: object = await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      entityIds: [],
    })
    return (answers as Readonly<Record<string, unknown>>)[templateId] === 'accept'
      ? 'given'
      : 'refused'
  } catch {
    return 'refused'
  }
}
