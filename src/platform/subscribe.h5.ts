import type { AskConsent } from './consent'

/** A browser outside WeChat cannot ask for the consent to a subscribe message. */
export const askConsent: AskConsent = () => Promise.resolve('unavailable')
